"""A galley and dictionaries → for each word its base form, its sound, its meanings as they fit."""
