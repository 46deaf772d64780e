"""A voice is tried from one end to the other: what is said, how, and when."""
