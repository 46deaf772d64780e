"""A place in a sentence → what is said there, a module for each kind of thing that news writes."""
