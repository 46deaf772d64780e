from importlib import import_module

from django.apps import AppConfig


class TimetableConfig(AppConfig):
    name = "broadsheet.timetable"
    label = "timetable"
    verbose_name = "Timetable"

    def ready(self) -> None:
        import_module("broadsheet.timetable.index_minutes").connect()
        import_module("wagtail.signals").page_published.connect(
            import_module("broadsheet.timetable.late").note_out, dispatch_uid="timetable.out"
        )
