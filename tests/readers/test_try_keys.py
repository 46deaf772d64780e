from __future__ import annotations

import pytest
import requests

from broadsheet.commands.check_readers import findings
from broadsheet.config import Config
from broadsheet.readers import try_keys as trying
from broadsheet.readers.try_keys import Verdict, try_keys, verdict_on
from broadsheet.readers.ways import PROVIDERS
from tests.readers.making import ALL_KEYS, with_settings


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ('{"error": "invalid_client", "error_description": "Unauthorized"}', Verdict.REFUSED),
        ('{"error": "invalid_grant", "error_description": "Malformed auth code."}', Verdict.TAKEN),
        ('{"error": "invalid_client", "error_code": "KOE010"}', Verdict.REFUSED),
        ('{"error": "invalid_grant", "error_code": "KOE320"}', Verdict.TAKEN),
        ('{"error": {"message": "Error validating client secret.", "code": 1}}', Verdict.REFUSED),
        ('{"error": {"message": "Invalid verification code format."}}', Verdict.TAKEN),
        ('{"error": "unauthorized_client"}', Verdict.REFUSED),
        ("<html>We are painting the house</html>", Verdict.UNKNOWN),
        ("", Verdict.UNKNOWN),
    ],
)
def test_a_wrong_key_is_told_from_a_wrong_code(answer: str, verdict: Verdict) -> None:
    assert verdict_on(answer) is verdict


def test_a_provider_that_cannot_be_reached_is_no_verdict(
    newsroom: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object, **sent: object) -> requests.Response:
        assert sent["timeout"]
        raise requests.ConnectionError("away")

    monkeypatch.setattr(trying.requests, "request", away)
    assert all(try_keys(newsroom, one) is Verdict.UNKNOWN for one in PROVIDERS)


def test_the_check_names_every_key_that_does_not_work(
    newsroom: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = []

    def refuse(method: str, url: str, **more: object) -> requests.Response:
        sent.append((method, url, more))
        answer = requests.Response()
        answer.status_code, answer._content = 401, b'{"error": "invalid_client"}'
        return answer

    monkeypatch.setattr(trying.requests, "request", refuse)
    with with_settings(newsroom, **ALL_KEYS):
        wrong = [str(one) for one in findings() if str(one).startswith("WRONG")]
    assert [line.split()[1] for line in wrong] == ["Google", "Kakao", "Naver", "Facebook", "X"]
    assert len(sent) == 5
    assert not any("-secret" in url for _, url, _ in sent)


def test_the_check_names_half_a_pair_of_keys(newsroom: Config) -> None:
    with with_settings(newsroom, google_id="one", x_secret="two"):
        lines = [str(one) for one in findings()]
    assert any("[sign_in] google_secret is missing" in line for line in lines)
    assert any("[sign_in] x_id is missing" in line for line in lines)
    assert any("no way to sign in" in line for line in lines)


def test_the_check_says_that_mail_goes_to_the_log(newsroom: Config) -> None:
    with with_settings(newsroom, mail_host="log"):
        assert any("mail goes to the log" in str(one) for one in findings())
