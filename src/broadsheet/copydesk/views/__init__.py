"""A request at the desk → what the copy desk answers."""
