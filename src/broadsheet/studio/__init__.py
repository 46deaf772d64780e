"""What ought to be read aloud → recordings, made by voices in a process of their own."""
