"""Readers answer a report: what one of them wrote → a thread that is fairly moderated, kept as a file."""
