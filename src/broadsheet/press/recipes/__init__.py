"""One recipe for each kind of output: its key → its files and what they are made of."""
