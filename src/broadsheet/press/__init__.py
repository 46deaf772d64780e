"""What was published → files: orders from the outbox, expanded, baked and swapped into the site."""
