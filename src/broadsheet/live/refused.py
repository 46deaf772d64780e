class Refused(Exception):
    """Something that cannot be done to a live report now, in a sentence for whoever asked."""
