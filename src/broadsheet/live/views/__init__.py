"""The pages of the desk on which a live report is run."""
