"""What `broadsheet.asgi` is in a newsroom: the files around the web application."""

from __future__ import annotations

import os
from pathlib import Path

from broadsheet.config import Config
from broadsheet.server.files import Files
from tests.server.stand_in import asgi

_config = Config.model_validate({"home": Path(os.environ["BROADSHEET_NEWSROOM"])})
application = Files(
    asgi,
    site=_config.site,
    static=_config.static,
    moved=_config.site / "moved.map",
    scheme="http",
)
