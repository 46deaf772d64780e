"""Section names, from the broadest to the narrowest → sections of the tree."""

from __future__ import annotations

from collections.abc import Callable

from broadsheet.desk.models import FrontPage, SectionPage
from broadsheet.desk.slugs import free_slug, slug_of


class Sections:
    """Finds sections by name or slug under their parent, and opens those that are not there."""

    def __init__(self) -> None:
        self._front = FrontPage.objects.get()
        self._found: dict[tuple[str, ...], SectionPage] = {}

    def find_or_open(self, names: tuple[str, ...], remark: Callable[[str], None]) -> SectionPage:
        """The section at the end of `names`; the ones above it are found or opened first."""
        key = tuple(name.casefold() for name in names)
        if key not in self._found:
            above = self.find_or_open(names[:-1], remark) if names[1:] else self._front
            self._found[key] = self._child(above, names[-1], remark)
        return self._found[key]

    def _child(
        self, above: FrontPage | SectionPage, name: str, remark: Callable[[str], None]
    ) -> SectionPage:
        children = SectionPage.objects.child_of(above)
        slug = slug_of(name, fallback="section")
        found = children.filter(title__iexact=name).first() or children.filter(slug=slug).first()
        if found is None:
            found = SectionPage(title=name, slug=free_slug(name, above.get_children()))
            above.add_child(instance=found)
            remark(f"The section {name} was not there and is open now.")
        return found
