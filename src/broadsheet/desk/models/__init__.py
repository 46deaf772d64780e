"""What stands in the desk's database: pages, photos, people, topics, the masthead."""

from broadsheet.desk.models.assignment import Assignment
from broadsheet.desk.models.author import Author
from broadsheet.desk.models.correction import Correction
from broadsheet.desk.models.embargo import Embargo
from broadsheet.desk.models.front import FrontPage
from broadsheet.desk.models.letter import Letter
from broadsheet.desk.models.live_entry import EntryCorrection, LiveEntry
from broadsheet.desk.models.live_report import LiveReport
from broadsheet.desk.models.masthead import Masthead
from broadsheet.desk.models.one_use import OneUse
from broadsheet.desk.models.past_version import PastVersion
from broadsheet.desk.models.photo import Photo, PhotoRendition
from broadsheet.desk.models.policy import PolicyPage
from broadsheet.desk.models.report import ReportPage
from broadsheet.desk.models.role import Role
from broadsheet.desk.models.section import SectionPage
from broadsheet.desk.models.topic import Topic
from broadsheet.desk.models.wire_copy import WireCopy
from broadsheet.desk.models.withdrawal import Withdrawal

__all__ = [
    "Assignment",
    "Author",
    "Correction",
    "Embargo",
    "EntryCorrection",
    "FrontPage",
    "Letter",
    "LiveEntry",
    "LiveReport",
    "Masthead",
    "OneUse",
    "PastVersion",
    "Photo",
    "PhotoRendition",
    "PolicyPage",
    "ReportPage",
    "Role",
    "SectionPage",
    "Topic",
    "WireCopy",
    "Withdrawal",
]
