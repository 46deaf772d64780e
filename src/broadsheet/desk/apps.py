from importlib import import_module

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "broadsheet.desk"
    label = "desk"
    verbose_name = "Desk"

    def ready(self) -> None:
        import_module("broadsheet.desk.proofs")
