"""A newsroom's settings → what a machine's own nginx, Caddy or systemd has to be told of it."""
