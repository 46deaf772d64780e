"""Seeds and geometry → the pictures of the sample newspaper, as arrays of light."""
