"""A newsroom → one file that holds what nobody could make again, and back. Plain Python."""
