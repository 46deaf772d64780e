"""A proof → remarks of one kind. Plain Python."""
