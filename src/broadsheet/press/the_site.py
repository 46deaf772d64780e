"""The newsroom's settings → where its site is: printed to, kept, and served from."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.conf import settings

from broadsheet.press.outlet import Outlet
from broadsheet.press.site import Site


def the_site() -> Outlet:
    """Where the press prints to: the folder, or the store."""
    if is_stored():
        outlet: Outlet = _stored_site().StoredSite(blobs())
        return outlet
    return the_folder()


def the_folder() -> Site:
    """The folder that this machine serves."""
    return Site(settings.CONFIG.site)


def is_stored() -> bool:
    """Whether the site is kept in a store, from which each machine has its folder brought."""
    return bool(settings.CONFIG.store.bucket)


def blobs() -> Any:
    """Where the store has the files of the site."""
    bucket = import_module("broadsheet.store.bucket").Bucket
    return bucket(settings.CONFIG.store, _stored_site().BLOBS)


def _stored_site() -> Any:
    # The store's client is there only where the newsroom has one.
    return import_module("broadsheet.press.stored_site")
