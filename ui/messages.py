"""One table of error prose for both faces: what happened, what it means for your file, what to do next. No Qt."""
