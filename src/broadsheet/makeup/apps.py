from django.apps import AppConfig


class MakeupConfig(AppConfig):
    name = "broadsheet.makeup"
    label = "makeup"
    verbose_name = "Front page"
