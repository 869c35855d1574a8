"""Guided routes: first run and the second factor. What comes next is decided in `client`; here is how it looks."""
