"""The institution's signed profile: reading, trusting, keeping it, and what the operating system's policy adds."""
