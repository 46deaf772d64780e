"""The front as an editor arranges it → published as one change, scheduled, or taken back."""
