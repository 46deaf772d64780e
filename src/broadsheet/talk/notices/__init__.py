"""What happened to somebody's comments → mail to them, unless they want none."""
