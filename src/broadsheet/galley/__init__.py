"""A story → its text in order: lines, sentences and words, each with a number and its offsets."""
