"""A recording that was handed in → plain sound, and when each word of a text is heard in it."""
