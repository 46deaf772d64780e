"""A table of `broadsheet.toml` → its settings with units, defaults, bounds and help, checked."""
