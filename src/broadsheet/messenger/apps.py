from importlib import import_module

from django.apps import AppConfig


class MessengerConfig(AppConfig):
    name = "broadsheet.messenger"

    def ready(self) -> None:
        import_module("broadsheet.messenger.listen").connect()
