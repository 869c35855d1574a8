"""The tamper-evident activity log."""
