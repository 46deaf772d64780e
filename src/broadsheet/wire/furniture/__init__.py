"""A line of a captured page → why it is furniture, by word lists of one module per language."""
