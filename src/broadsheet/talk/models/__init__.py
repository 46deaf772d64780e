"""What stands in the talk's database: comments, what readers say to them, mail to be sent."""

from broadsheet.talk.models.comment import Comment
from broadsheet.talk.models.complaint import Complaint
from broadsheet.talk.models.notice import Notice
from broadsheet.talk.models.recommendation import Recommendation
from broadsheet.talk.models.silence import Silence
from broadsheet.talk.models.tally import Tally
from broadsheet.talk.models.thread import Thread
from broadsheet.talk.moderation import models as moderation

__all__ = [
    "Comment",
    "Complaint",
    "Notice",
    "Recommendation",
    "Silence",
    "Tally",
    "Thread",
    "moderation",
]
