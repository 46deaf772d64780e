"""A galley and a timeline → cues for the page and captions for players. Plain Python."""
