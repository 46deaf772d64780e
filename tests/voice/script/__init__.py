"""Galley to script: what is said, class by class, and how hard words sound."""
