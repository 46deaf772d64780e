from django.apps import AppConfig


class ReferenceConfig(AppConfig):
    name = "broadsheet.reference"
    label = "reference"
    verbose_name = "Reference"
