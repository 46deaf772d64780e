"""Values → words in the templates of the talk."""
