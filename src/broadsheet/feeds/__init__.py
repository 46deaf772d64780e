"""Stories and teasers → what machines read of the paper: JSON-LD, RSS, sitemaps, robots.txt."""
