"""Questions and answers that sit on top of a page."""
