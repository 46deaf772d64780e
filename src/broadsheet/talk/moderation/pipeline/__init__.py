"""A comment and what is known around it → the reasons why it waits to be seen. Plain Python."""
