"""Pitches, assignments and reports in work → one list of the stories of today and of this week."""
