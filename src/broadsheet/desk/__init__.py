"""Where reporters and editors write: copy and edits → reports that are ready to leave the desk."""
