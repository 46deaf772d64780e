"""What readers ask under /talk/ → pages and JSON; each write makes one call."""
