"""A request of a moderator or of a reader concerned → what it is answered with."""
