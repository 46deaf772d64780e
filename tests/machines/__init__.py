"""Namespaces of the kernel → a newsroom on several machines, one of which is cut off."""
