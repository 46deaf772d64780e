"""A request at `/reader/…` → a page of the reader's own, or what a script asked for."""
