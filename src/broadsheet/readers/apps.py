from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class ReadersConfig(AppConfig):
    name = "broadsheet.readers"
    label = "readers"
    verbose_name = "Readers"
    default = True


class DeskUsersConfig(WagtailUsersAppConfig):
    """Wagtail's list of users without the paper's readers."""

    user_viewset = "broadsheet.readers.desk_users.DeskUserViewSet"
