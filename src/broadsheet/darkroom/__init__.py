"""A picture of any kind → what it is, what it says of itself, and prints with its words in them."""
