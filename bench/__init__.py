"""Measures what Broadsheet promises, each figure beside something real in the same run."""
