"""Work that waits in the database → word of it, by Celery, to whichever machine can do it."""
