"""A story set in order: gold lists, and what is true of any text."""
