"""Cues and captions: each word of a galley, lit when it is heard."""
