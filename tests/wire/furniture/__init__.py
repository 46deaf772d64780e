"""The words by which furniture is told."""
