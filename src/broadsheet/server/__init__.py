"""The site folder and a web application → one address that readers and reporters open."""
