from importlib import import_module

from django.apps import AppConfig


class PressConfig(AppConfig):
    name = "broadsheet.press"
    label = "press"
    verbose_name = "Press"

    def ready(self) -> None:
        import_module("broadsheet.press.listen").connect()
