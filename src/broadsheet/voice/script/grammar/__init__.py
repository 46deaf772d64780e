"""A place in a sentence → what is said there: one module for each kind of thing that news writes."""
