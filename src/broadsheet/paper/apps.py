"""The paper as a Django app: templates and template tags, no models."""

from __future__ import annotations

from django.apps import AppConfig


class PaperConfig(AppConfig):
    name = "broadsheet.paper"
    label = "paper"
    verbose_name = "Paper"
