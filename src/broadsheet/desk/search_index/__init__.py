"""Wagtail's search index, at a cost that does not grow with the archive.

Wagtail's own reads every entry there is whenever one is kept, for the mean length of a title, and
reads a report three times over for what it enters of it, in PostgreSQL five times.
"""
