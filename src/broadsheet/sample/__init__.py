"""paper.toml, reports, policies and photos → the sample newspaper that `broadsheet demo` makes."""
