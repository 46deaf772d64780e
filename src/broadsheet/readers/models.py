from django.contrib.auth.models import AbstractUser


class Account(AbstractUser):
    """Anybody who signs in, at the desk or under a report.

    Django cannot change the user model of a running site, so the paper has its own from the start.
    """
