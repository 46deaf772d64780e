"""Errands in one newsroom, a line each on standard input → what came of them, timed."""
