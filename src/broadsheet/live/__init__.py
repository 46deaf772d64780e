"""What a reporter types on a phone while it happens → entries of a live report, until its wrap."""
