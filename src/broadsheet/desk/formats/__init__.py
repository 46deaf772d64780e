"""How the desk writes times, by language: never without the zone."""
