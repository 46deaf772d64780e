from broadsheet.copydesk.models.checks import Checks
from broadsheet.copydesk.models.link import Link

__all__ = ["Checks", "Link"]
