"""A raw programme and its tags → MP3 and Opus of one loudness, tagged and sealed. Plain Python."""
