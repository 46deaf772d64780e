"""Copy in, newspaper out: a report written at the desk becomes files that any reader can open."""

__version__ = "0.1.0"
