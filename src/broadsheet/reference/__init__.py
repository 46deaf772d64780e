"""What words mean: a galley, the dictionaries, the newsroom's glossary → a words file."""
