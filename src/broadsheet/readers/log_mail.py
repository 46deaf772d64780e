from __future__ import annotations

import logging
from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

logger = logging.getLogger("broadsheet.mail")


class LogBackend(BaseEmailBackend):
    """Mail as the log shows it, where nothing is to be sent: the demo, and trying things out."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            logger.info("to %s: %s\n%s", ", ".join(message.to), message.subject, message.body)
        return len(email_messages)
