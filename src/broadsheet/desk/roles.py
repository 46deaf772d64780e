"""Who does what at a newspaper: each role, and the rights that its group starts with.

Only what a right can say stands here. Whose report it is and in whose hands, which no right can
say, is in `desk/page_rights.py`. Rights are handed out by `desk/hand_out_roles.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from broadsheet.desk.models.role import Role


@dataclass(frozen=True, slots=True)
class Part:
    """A role's group: its name, its rights on pages, on photos and on the desk's other things.

    `pages` are Wagtail's rights on a page and all below it: of a section for a desk editor, of
    the whole paper for everybody else. `photos` are those on the newsroom's pictures. `was` is
    the group that Wagtail makes by itself, which becomes this one.
    """

    name: Any
    pages: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    was: str = ""

    @property
    def rights(self) -> tuple[str, ...]:
        """Every right by name: `pages add`, `photos choose`, `desk.view_author`."""
        return (
            *(f"pages {one}" for one in self.pages),
            *(f"photos {one}" for one in self.photos),
            *self.tools,
        )


def _on(app: str, *codenames: str) -> tuple[str, ...]:
    return tuple(f"{app}.{one}" for one in codenames)


_DESK = _on("wagtailadmin", "access_admin")
_WRITING = (
    *_DESK,
    *_on("desk", "view_author", "add_author", "view_topic", "add_topic", "change_topic"),
    *_on("studio", "view_pronunciation", "add_pronunciation", "view_recording"),
    *_on("reference", "view_term", "add_term"),
)
_CORRECTING = (
    *_on("studio", "change_pronunciation"),
    *_on("reference", "change_term"),
)
_RUNNING = (
    *_on("desk", "change_author", "view_letter", "delete_letter", "change_masthead"),
    *_on("copydesk", "change_checks"),
    *_on("studio", "delete_pronunciation"),
    *_on("reference", "delete_term"),
    *_on("wagtailredirects", "add_redirect", "change_redirect", "delete_redirect"),
    *_on("wagtailcore", "add_workflow", "change_workflow", "delete_workflow"),
    *_on("wagtailcore", "add_task", "change_task", "delete_task"),
)

_MODERATING = (
    *_on("talk", "moderate"),
    *_on("talk", "view_heldwords", "add_heldwords", "change_heldwords", "delete_heldwords"),
)

ROLES = {
    Role.Kind.REPORTER: Part(
        _("Reporters"),
        # With this right alone somebody writes, and changes what is their own.
        pages=("add",),
        photos=("add", "choose"),
        tools=_WRITING,
        was="Editors",
    ),
    Role.Kind.DESK: Part(
        _("Desk editors: %(section)s"),
        pages=("add", "change", "lock"),
        photos=("add", "choose"),
        tools=(*_WRITING, *_CORRECTING),
    ),
    Role.Kind.COPY: Part(
        _("Copy editors"),
        # No right to change any page: a step of the chain gives them the report it is with.
        pages=("lock",),
        photos=("choose",),
        tools=(*_WRITING, *_CORRECTING),
    ),
    Role.Kind.PHOTOS: Part(
        _("Photo desk"), photos=("add", "change", "delete", "choose"), tools=_DESK
    ),
    Role.Kind.CHIEF: Part(
        _("Chiefs"),
        pages=("add", "change", "publish", "bulk_delete", "lock", "unlock"),
        photos=("add", "change", "delete", "choose"),
        # Who answers for the paper answers for what readers write in it, and is the second
        # moderator of whom an appeal asks.
        tools=(*_WRITING, *_CORRECTING, *_RUNNING, *_MODERATING),
        was="Moderators",
    ),
    Role.Kind.MODERATOR: Part(
        _("Comment moderators"),
        tools=(*_DESK, *_MODERATING),
        was="Comment moderators",
    ),
}
