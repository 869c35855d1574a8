"""Plain data that crosses two rooms, and the root of the client's errors. Imports nothing of ours and does no I/O."""
