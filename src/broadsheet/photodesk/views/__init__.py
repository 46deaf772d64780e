"""A request at the desk → what the photo desk answers."""
