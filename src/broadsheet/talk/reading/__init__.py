"""Comments in the database → a thread as readers see it → the pages that it is printed on."""
