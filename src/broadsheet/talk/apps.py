from django.apps import AppConfig


class TalkConfig(AppConfig):
    name = "broadsheet.talk"
    label = "talk"
    verbose_name = "Talk"

    def ready(self) -> None:
        # Models can be read only when every app is there.
        from broadsheet.readers.holdings import register  # noqa: PLC0415
        from broadsheet.talk import renamed  # noqa: PLC0415
        from broadsheet.talk.holding import HOLDING  # noqa: PLC0415

        register(HOLDING)
        renamed.connect()
