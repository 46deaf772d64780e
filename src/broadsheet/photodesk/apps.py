from django.apps import AppConfig


class PhotodeskConfig(AppConfig):
    name = "broadsheet.photodesk"
    label = "photodesk"
    verbose_name = "Photo desk"
