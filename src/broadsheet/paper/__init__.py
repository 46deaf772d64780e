"""Stories, fronts and lists → the pages that a reader opens, with their styles and elements."""
