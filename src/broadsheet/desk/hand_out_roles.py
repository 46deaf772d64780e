"""The table of roles → groups with rights, after every upgrade and with every new section."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from broadsheet.desk.models import Role, SectionPage
from broadsheet.desk.roles import ROLES, Part

LONGEST_NAME = 150


def hand_out_roles() -> None:
    """Make the groups that are not there yet, and hand each what it was never handed before."""
    for kind, part in ROLES.items():
        if kind != Role.Kind.DESK:
            _hand_out(Role.objects.get_or_create(kind=kind, section=None), part)
    for section in SectionPage.objects.at_the_top():
        hand_out_section(section)


def hand_out_section(section: SectionPage) -> None:
    """See that a section at the top of the paper has its desk editors, called after it."""
    if not SectionPage.objects.at_the_top().filter(pk=section.pk).exists():
        return
    role, is_new = Role.objects.get_or_create(kind=Role.Kind.DESK, section=section)
    _hand_out((role, is_new), ROLES[Role.Kind.DESK])
    if role.group and not is_new:
        Group.objects.filter(pk=role.group.pk).update(name=_name(role))


def after_upgrade(**_: Any) -> None:
    """Called by Django when every table and every permission is there."""
    hand_out_roles()


def after_section(instance: SectionPage, **_: Any) -> None:
    """Called when a section was opened or renamed."""
    hand_out_section(instance)


def after_role(instance: Role, **_: Any) -> None:
    """Called when a role is gone, which is when its section is: so is its group."""
    if instance.group:
        instance.group.delete()


def _hand_out(found: tuple[Role, bool], part: Part) -> None:
    role, is_new = found
    if is_new:
        role.group = _group(role, part)
        role.save()
    missing = [right for right in part.rights if right not in role.handed]
    if role.group is None or not missing:
        return
    for right in missing:
        _give(role.group, right, role.section)
    role.handed += missing
    role.save()


def _group(role: Role, part: Part) -> Group:
    """A new group; or the one that Wagtail made, without the rights that were not ours."""
    group = Group.objects.filter(name=part.was).first() if part.was else None
    if group is None:
        return Group.objects.create(name=_name(role))
    GroupPagePermission.objects.filter(group=group).delete()
    GroupCollectionPermission.objects.filter(group=group).delete()
    group.permissions.remove(*group.permissions.filter(content_type__app_label="wagtaildocs"))
    group.name = _name(role)
    group.save()
    return group


def _name(role: Role) -> str:
    """In the paper's language, and no other group's."""
    with translation.override(settings.LANGUAGE_CODE):
        name = gettext(str(ROLES[Role.Kind(role.kind)].name))
    name = name % {"section": role.section.title if role.section else ""}
    others = Group.objects.exclude(newsroom_role=role.pk)
    if others.filter(name=name[:LONGEST_NAME]).exists() and role.section:
        name = f"{name} ({role.section.slug})"
    return name[:LONGEST_NAME]


def _give(group: Group, right: str, section: SectionPage | None) -> None:
    kind, _, name = right.partition(" ")
    if kind == "pages":
        page = section or Page.get_first_root_node()
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=f"{name}_page"
        )
        GroupPagePermission.objects.get_or_create(
            group=group, page_id=page.pk, permission=permission
        )
    elif kind == "photos":
        permission = Permission.objects.get(
            content_type__app_label="wagtailimages", codename=f"{name}_image"
        )
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )
    else:
        app, _, codename = right.partition(".")
        group.permissions.add(
            Permission.objects.get(content_type__app_label=app, codename=codename)
        )
