"""What a template is given → the HTML that it may print."""
