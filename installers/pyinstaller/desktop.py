"""What the frozen `genoseal-desktop` starts with."""

import sys

from ui.desktop.launch import main

if __name__ == "__main__":
    sys.exit(main())
