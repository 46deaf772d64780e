"""Readers answer a report: their comments → a thread, fairly moderated, kept as a file."""
