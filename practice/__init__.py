"""The whole receiving service on loopback, for rehearsal, helpdesk training and tests."""
