"""A report as it was last kept → what a copy editor would say of it, and whether it may go out."""
