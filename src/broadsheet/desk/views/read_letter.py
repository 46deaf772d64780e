from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.html import linebreaks
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from wagtail.snippets.views.snippets import InspectView


class ReadLetter(InspectView):
    """A letter in its own paragraphs, with its times in the zone of whoever reads it."""

    def get_text_display_value(self) -> SafeString:
        return SafeString(linebreaks(self.object.text, autoescape=True))

    def get_sent_at_display_value(self) -> dt.datetime:
        return timezone.localtime(self.object.sent_at)

    def get_mailed_at_display_value(self) -> dt.datetime | str:
        mailed_at = self.object.mailed_at
        return timezone.localtime(mailed_at) if mailed_at else gettext("not yet")
