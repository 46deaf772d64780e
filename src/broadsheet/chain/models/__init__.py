"""The steps of which a newsroom makes its chain, in Wagtail's own editor of workflows."""

from broadsheet.chain.models.desk_step import DeskStep
from broadsheet.chain.models.group_step import GroupStep

__all__ = ["DeskStep", "GroupStep"]
