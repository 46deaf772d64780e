"""What moderation keeps: the log, appeals, sanctions, claims of rights, word lists, modes."""

from broadsheet.talk.moderation.models.appeal import Appeal
from broadsheet.talk.moderation.models.claim import Claim
from broadsheet.talk.moderation.models.decision import Decision
from broadsheet.talk.moderation.models.held_words import HeldWords
from broadsheet.talk.moderation.models.mode import ModeChoice
from broadsheet.talk.moderation.models.report_talk import ReportTalk
from broadsheet.talk.moderation.models.sanction import Sanction
from broadsheet.talk.moderation.models.section_talk import SectionTalk
from broadsheet.talk.moderation.models.talk_settings import TalkSettings

__all__ = [
    "Appeal",
    "Claim",
    "Decision",
    "HeldWords",
    "ModeChoice",
    "ReportTalk",
    "Sanction",
    "SectionTalk",
    "TalkSettings",
]
