"""Copy coming in: pages, typed texts, Markdown and HTML, plain and hostile."""
