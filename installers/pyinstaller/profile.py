"""What the frozen `genoseal-profile` starts with."""

from installers.profile_tool.main import main

if __name__ == "__main__":
    main()
