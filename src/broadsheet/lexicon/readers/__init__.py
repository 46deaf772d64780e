"""A dictionary as somebody else keeps it → a volume of records; a reader for each kind of file."""
