"""A request at the desk → what the reference desk answers."""
