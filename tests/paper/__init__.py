"""What a reader is given, tried with plain copy, with hostile copy and in a browser's terms."""
