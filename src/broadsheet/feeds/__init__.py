"""Stories → what machines read of the paper: JSON-LD, RSS, podcasts, sitemaps, robots.txt."""
