"""Comments as they come in → decisions: seen in turn, given with a reason, open to an appeal."""
