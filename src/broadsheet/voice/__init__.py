"""A galley → the sound of it read aloud, and when each of its words is heard. Plain Python."""
