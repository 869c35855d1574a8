"""What the window asks of the operating system: one instance, no sleep, notifications, idle time."""
