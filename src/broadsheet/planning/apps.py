from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "broadsheet.planning"
    label = "planning"
    verbose_name = "Planning"
