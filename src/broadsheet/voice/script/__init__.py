"""A galley → its script: what is to be said, and the galley words that each spoken word came from."""
