from __future__ import annotations

from django.utils.translation import gettext

from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment
from broadsheet.talk.refused import Refused


def own_comment(comment_id: int, reader: Account) -> Comment:
    """A comment that this reader wrote. Raises Refused where it is somebody else's, or none."""
    comment = Comment.objects.filter(pk=comment_id, author_id=reader.pk).first()
    if comment is None:
        raise Refused(gettext("That is no comment of yours."), status=404)
    return comment
