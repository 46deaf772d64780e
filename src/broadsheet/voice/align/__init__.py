"""A recording and the words that are said in it → when each of them is heard."""
