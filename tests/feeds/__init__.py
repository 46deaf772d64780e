"""What machines are given to read, tried with plain copy and with hostile copy."""
