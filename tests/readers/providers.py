"""Providers as they answer, without a network: what they say of one person, in their own shapes."""

from __future__ import annotations

import json
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from requests import Response

from broadsheet.readers.adapters import SocialAdapter

Answer = dict[str, Any]

# What each gives for its profile, in the shape that its documents show.
PROFILES: dict[str, Answer] = {
    "google": {
        "id": "108",
        "email": "mina@gmail.com",
        "verified_email": True,
        "name": "Mina Bell",
        "given_name": "Mina",
        "family_name": "Bell",
        "picture": "https://pictures.example/mina",
    },
    "kakao": {
        "id": 2201,
        "connected_at": "2026-01-02T03:04:05Z",
        "properties": {"nickname": "미나"},
        "kakao_account": {
            "profile": {"nickname": "미나", "thumbnail_image_url": "https://pictures.example/1"},
            "has_email": True,
            "is_email_valid": True,
            "is_email_verified": True,
            "email": "mina@post.example",
        },
    },
    "naver": {
        "resultcode": "00",
        "message": "success",
        "response": {
            "id": "naver-32742776",
            "nickname": "미나",
            "name": "벨미나",
            "email": "mina@post.example",
            "gender": "F",
            "birthday": "10-01",
        },
    },
    "facebook": {"id": "9001", "name": "Mina Bell", "email": "mina@post.example"},
    "x": {"data": {"id": "77", "name": "Mina Bell", "username": "minabell"}},
}


class FakeWeb:
    """Stands in for the providers' servers: `profile` is what one of them says next."""

    def __init__(self, profile: Answer) -> None:
        self.profile = profile
        self.asked: list[tuple[str, str, Answer]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def request(self, method: str, url: str, **sent: Any) -> Response:
        self.asked.append((method, url, sent))
        return _said({"access_token": "token-1", "token_type": "bearer"})

    def get(self, url: str, **sent: Any) -> Response:
        self.asked.append(("GET", url, sent))
        return _said(self.profile)


def _said(answer: Answer) -> Response:
    response = Response()
    response.status_code = 200
    response.headers["content-type"] = "application/json"
    response._content = json.dumps(answer).encode()
    return response


def through(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    provider: str,
    profile: Answer,
    *,
    next_path: str = "/national/",
    **form: str,
) -> Any:
    """Sign in with `provider`, which says `profile`. Returns the answer to the way back."""
    web = FakeWeb(profile)
    monkeypatch.setattr(SocialAdapter, "get_requests_session", lambda _: web)
    sent = client.post(f"/reader/with/{provider}/", {"next": next_path, **form})
    if sent.status_code != 302 or "state=" not in sent["Location"]:
        return sent
    state = parse_qs(urlsplit(sent["Location"]).query)["state"][0]
    return client.get(f"/reader/with/{provider}/back/", {"code": "code-1", "state": state})
