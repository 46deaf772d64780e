"""Real servers on free ports of this machine, and what they answer."""
