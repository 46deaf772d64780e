from __future__ import annotations

from wagtail import hooks

from broadsheet.readers.desk_users import BULK_ACTIONS

for action in BULK_ACTIONS:
    hooks.register("register_bulk_action", action, order=1)
