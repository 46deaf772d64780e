from __future__ import annotations

import datetime as dt
import secrets
from typing import ClassVar

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import AbstractUser, Permission, UserManager
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

DESK_PERMISSION = "wagtailadmin.access_admin"


def new_handle() -> str:
    return secrets.token_urlsafe(24)


class AccountQuerySet(models.QuerySet["Account"]):
    def due(self, *, now: dt.datetime) -> AccountQuerySet:
        """Accounts whose readers asked for deletion, and whose day to change their mind is over."""
        return self.filter(leaves_at__lte=now)

    def staff(self) -> AccountQuerySet:
        """Everybody who may come to the desk, by groups too, and whose account is closed too."""
        return self.filter(_may_come_to_the_desk())

    def desk_users(self) -> AccountQuerySet:
        """Everybody who may come to the desk, and whoever was given a password for it and no role
        yet. A reader has none."""
        has_password = ~models.Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        return self.filter(_may_come_to_the_desk() | has_password)

    def readers(self) -> AccountQuerySet:
        """Everybody who may not come to the desk."""
        return self.exclude(_may_come_to_the_desk())


class AccountManager(UserManager["Account"]):
    def get_queryset(self) -> AccountQuerySet:
        return AccountQuerySet(self.model, using=self._db)

    def due(self, *, now: dt.datetime) -> AccountQuerySet:
        return self.get_queryset().due(now=now)

    def desk_users(self) -> AccountQuerySet:
        return self.get_queryset().desk_users()

    def of_the_desk(self, address: str) -> Account | None:
        """The member of staff who has that e-mail address."""
        return self.get_queryset().staff().filter(email__iexact=address).first()

    def new_reader(self) -> Account:
        """A reader who has just come, not saved yet: without a password and without a name."""
        account = self.model(username=f"reader-{secrets.token_hex(10)}")
        account.set_unusable_password()
        return account


class Account(AbstractUser):
    """Anybody who signs in, at the desk or under a report.

    Django cannot change the user model of a running site, so the paper has its own from the start.
    A reader has no password and belongs to no group; the ways in hang on the account as allauth's
    addresses, social accounts and passkeys do.
    """

    display_name = models.CharField(_("display name"), max_length=120, blank=True)
    # What the name looks like, so that no two look alike. None for whoever has none yet.
    name_key = models.CharField(max_length=240, unique=True, null=True, editable=False)
    # What a passkey is told instead of our number for the account.
    handle = models.CharField(max_length=64, unique=True, default=new_handle, editable=False)
    leaves_at = models.DateTimeField(
        _("leaves at"), null=True, blank=True, db_index=True, editable=False
    )

    objects: ClassVar[AccountManager] = AccountManager()

    def __str__(self) -> str:
        return self.display_name or self.username

    @cached_property
    def works_at_the_desk(self) -> bool:
        """Whether this is staff: somebody who may come to the desk."""
        if self.is_staff or self.is_superuser:
            return True
        return self.pk is not None and self.has_perm(DESK_PERMISSION)

    def end_sessions(self, *, but: HttpRequest | None = None) -> None:
        """Sign the reader out in every browser, but not in the one that sent the request `but`.

        Sessions are bound to the password; a reader's, which nobody can use, is made anew. Staff
        are signed out by a new password.
        """
        if self.works_at_the_desk:
            return
        self.set_unusable_password()
        self.save(update_fields=["password"])
        if but is not None:
            update_session_auth_hash(but, self)

    @property
    def shown_name(self) -> str:
        """The name under which this account speaks. Empty for a reader who has chosen none yet."""
        if self.display_name or not self.works_at_the_desk:
            return self.display_name
        return self.get_full_name() or self.username


def _may_come_to_the_desk() -> models.Q:
    # Of all accounts a handful is staff: they are looked up in short lists, so that the long one
    # is joined to nothing.
    app, codename = DESK_PERMISSION.split(".")
    may = Permission.objects.filter(codename=codename, content_type__app_label=app)
    by_group = Account.groups.through.objects.filter(group__permissions__in=may)
    by_name = Account.user_permissions.through.objects.filter(permission__in=may)
    return (
        models.Q(is_staff=True)
        | models.Q(is_superuser=True)
        | models.Q(pk__in=by_group.values("account_id"))
        | models.Q(pk__in=by_name.values("account_id"))
    )


class Remembered(models.Model):
    """What the web's processes remember together, such as how often somebody knocked, laid out as
    Django's database cache wants it."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "remembered"
        default_permissions = ()

    def __str__(self) -> str:
        return self.cache_key
