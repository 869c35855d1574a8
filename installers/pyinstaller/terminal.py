"""What the frozen `genoseal` starts with."""

import sys

from ui.terminal.launch import main

if __name__ == "__main__":
    sys.exit(main())
