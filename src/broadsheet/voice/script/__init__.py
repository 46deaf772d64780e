"""A galley → its script: what is said, and the galley words that each spoken word came from."""
