"""Names → the last parts of addresses."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from django.db.models import QuerySet
from django.utils.text import slugify

LONGEST = 100


def slug_of(name: str, *, fallback: str = "report") -> str:
    """`name` as a slug of at most LONGEST characters, cut between words; Hangul is kept."""
    slug = slugify(name, allow_unicode=True)
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return slug.strip("-") or fallback


def numbered(slug: str, taken: Container[str]) -> str:
    """`slug`, or the first of slug-2, slug-3… that is not in `taken`."""
    candidate, number = slug, 1
    while candidate in taken:
        number += 1
        candidate = f"{slug}-{number}"
    return candidate


def free_slug(name: str, among: QuerySet[Any]) -> str:
    """A slug for `name` that no row of `among` has."""
    slug = slug_of(name, fallback="page")
    return numbered(slug, set(among.filter(slug__startswith=slug).values_list("slug", flat=True)))
