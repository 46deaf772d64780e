"""Who comes to the paper: a person who signs in → an account."""
