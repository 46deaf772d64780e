"""What a report's words mean: its galley, the dictionaries, the newsroom's glossary → its words file."""
