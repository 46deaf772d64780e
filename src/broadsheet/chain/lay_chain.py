"""A new newsroom → its chain: the desk, then copy, then the chief."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Page, Task, Workflow, WorkflowPage, WorkflowTask

from broadsheet.chain.models import DeskStep, GroupStep
from broadsheet.desk.models import FrontPage, Role


def after_upgrade(**_: Any) -> None:
    """Called by Django when every table is there, and the roles have their groups."""
    if not DeskStep.objects.exists():
        lay_chain()


@transaction.atomic
def lay_chain() -> Workflow:
    """Make the three steps. Where the paper has pages already, its own chain stays in force."""
    with translation.override(settings.LANGUAGE_CODE):
        # As the desk's button reads it: “Submit to the desk”.
        chain = Workflow.objects.create(name=gettext("the desk"))
        desk = DeskStep.objects.create(
            name=gettext("Desk"), asked=gettext("Check the facts, the order and the length.")
        )
        copy = GroupStep.objects.create(
            name=gettext("Copy"), asked=gettext("Correct language, style and names.")
        )
        chief = GroupStep.objects.create(
            name=gettext("Chief"), asked=gettext("Publish it, set its time, or send it back.")
        )
    copy.groups.add(Role.objects.group(Role.Kind.COPY))
    chief.groups.add(Role.objects.group(Role.Kind.CHIEF))
    for order, step in enumerate((desk, copy, chief)):
        WorkflowTask.objects.create(workflow=chain, task=step, sort_order=order)
    if not FrontPage.objects.exists():
        _put_in_force(chain)
    return chain


def _put_in_force(chain: Workflow) -> None:
    """In the place of the one step that Wagtail starts with."""
    Workflow.objects.exclude(pk=chain.pk).delete()
    Task.objects.exclude(workflow_tasks__workflow=chain).delete()
    root = Page.get_first_root_node()
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": chain})
