"""What the desk wants out by the clock → out on its minute, and word to those concerned if late."""
