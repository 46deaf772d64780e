"""A request at the desk → the story list, a story of it, a pitch."""
