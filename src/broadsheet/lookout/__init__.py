"""The newsroom at work → whether it is well, and in figures, for whoever watches it."""
