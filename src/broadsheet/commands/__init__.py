"""What each command does, once Django is set up for the newsroom."""
