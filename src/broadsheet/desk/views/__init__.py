"""What Django answers beside Wagtail's desk: search, letters to reporters, the desk's pictures."""
