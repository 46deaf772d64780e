"""A file of copy (a page's text, typed text, Markdown, HTML) → one report and its account."""
