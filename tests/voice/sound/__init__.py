"""Programmes made of nothing, finished as files, and heard again."""
