"""The seam with the desk: a change of what the newsroom says → the reports that it touches."""

from __future__ import annotations

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save

from broadsheet.desk.models import Author, Topic
from broadsheet.reference.models import Pin, Term, Wordbook

# Kept on a glossary entry or a topic while a change of it is on its way.
_BEFORE = "phrases_before"


def connect() -> None:
    for model in (Term, Topic):
        name = f"reference.{model.__name__}"
        pre_save.connect(_remember, sender=model, dispatch_uid=f"{name}.remember")
        post_save.connect(_changed, sender=model, dispatch_uid=f"{name}.changed")
        # Before it goes: afterwards nobody knows any more which entries led to it.
        pre_delete.connect(_goes, sender=model, dispatch_uid=f"{name}.goes")
        post_delete.connect(_changed, sender=model, dispatch_uid=f"{name}.gone")
    post_save.connect(_author, sender=Author, dispatch_uid="reference.author")
    pre_delete.connect(_author, sender=Author, dispatch_uid="reference.author.goes")
    post_save.connect(_pinned, sender=Pin, dispatch_uid="reference.pinned")
    post_delete.connect(_pinned, sender=Pin, dispatch_uid="reference.unpinned")


def _remember(sender: type[Term | Topic], instance: Term | Topic, **_: object) -> None:
    """What it was about: reports that hold that are explained otherwise from now on too."""
    before = sender.objects.filter(pk=instance.pk).first()
    vars(instance)[_BEFORE] = _phrases(before) if before else set()


def _goes(instance: Term | Topic, **_: object) -> None:
    vars(instance)[_BEFORE] = _phrases(instance)


def _changed(instance: Term | Topic, **_: object) -> None:
    before: set[str] = vars(instance).pop(_BEFORE, set())
    if phrases := _phrases(instance) | before:
        Wordbook.objects.holding(phrases).look_up_again()


def _phrases(instance: Term | Topic) -> set[str]:
    """The phrases that are told by it. A topic that nobody described tells none of its own."""
    if isinstance(instance, Term):
        return {instance.phrase}
    led = set(Term.objects.filter(topic=instance).values_list("phrase", flat=True))
    return led | ({instance.name} if instance.description else set())


def _author(instance: Author, **_: object) -> None:
    phrases = Term.objects.filter(author=instance).values_list("phrase", flat=True)
    if phrases:
        Wordbook.objects.holding(phrases).look_up_again()


def _pinned(instance: Pin, **_: object) -> None:
    Wordbook.objects.filter(pk=instance.report_id).look_up_again()
