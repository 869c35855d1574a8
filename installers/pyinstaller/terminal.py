"""What the frozen `genoseal` starts with."""

from ui.terminal.launch import start

if __name__ == "__main__":
    start()
