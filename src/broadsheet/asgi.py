"""The paper and Django as one ASGI application, for machines that have no nginx."""

import os
from typing import cast
from urllib.parse import urlsplit

from django.conf import settings
from django.core.asgi import get_asgi_application
from starlette.types import ASGIApp

from broadsheet.server.files import Files

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.settings")
application = Files(
    cast("ASGIApp", get_asgi_application()),
    site=settings.CONFIG.site,
    static=settings.CONFIG.static,
    moved=settings.CONFIG.site / "moved.map",
    scheme=urlsplit(settings.CONFIG.paper.url).scheme,
    proxies=settings.CONFIG.server.believed,
)
