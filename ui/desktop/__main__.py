"""`python -m ui.desktop`: the same as `genoseal-desktop`."""

from __future__ import annotations

import sys

from ui.desktop.launch import main

if __name__ == "__main__":
    sys.exit(main())
