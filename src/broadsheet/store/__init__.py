"""Bytes with a name → where every machine of the newsroom finds them. Plain Python."""
