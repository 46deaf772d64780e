"""Photos at the desk → batches described together, licences watched, one photo put for another."""
