"""A report in work → in whose hands it is, since when, and what is asked of them."""
