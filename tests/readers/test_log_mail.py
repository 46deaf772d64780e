from __future__ import annotations

import logging

import pytest
from django.core.mail import EmailMessage, get_connection


def test_mail_for_the_log_is_in_the_log_and_goes_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    carrier = get_connection("broadsheet.readers.log_mail.LogBackend")
    with caplog.at_level(logging.INFO, "broadsheet.mail"):
        sent = carrier.send_messages([EmailMessage("A code", "1234-5678", to=["m@post.example"])])
    assert sent == 1
    assert caplog.messages == ["to m@post.example: A code\n1234-5678"]
