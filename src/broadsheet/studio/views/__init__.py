"""A request at the desk → what the studio answers."""
