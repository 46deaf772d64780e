from __future__ import annotations

import socket
from http.server import BaseHTTPRequestHandler
from threading import Event

import pytest

from broadsheet.voice.engine import EngineError
from broadsheet.voice.engines.post import Answer, post
from tests.voice.engines.serving import Asked, answer, serving


def greet(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
    answer(handler, b"hello", "text/plain; charset=utf-8")


def ask(url: str, *, key: str = "", timeout_seconds: float = 20.0) -> Answer:
    return post(url, {"input": "Grüß Gott"}, key=key, timeout_seconds=timeout_seconds)


def test_a_question_is_answered() -> None:
    with serving(greet) as server:
        assert ask(server.url) == Answer(b"hello", "text/plain")
    assert server.asked == [Asked("/v1/audio/speech", {"input": "Grüß Gott"}, "")]


def test_the_key_is_a_bearers() -> None:
    with serving(greet) as server:
        ask(server.url, key="secret")
    assert server.asked[0].key == "Bearer secret"


def test_a_proxy_is_not_asked_for_a_server_on_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    with serving(greet) as server:
        assert ask(server.url).body == b"hello"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirection_is_not_followed(status: int) -> None:
    with serving(greet) as elsewhere:

        def send_away(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
            handler.send_response(status)
            handler.send_header("Location", elsewhere.url)
            handler.send_header("Content-Length", "0")
            handler.end_headers()

        with (
            serving(send_away) as server,
            pytest.raises(EngineError, match=f"sends elsewhere, to {elsewhere.url}; if that is"),
        ):
            ask(server.url, key="secret")
    assert elsewhere.asked == []


def test_a_refusal_is_told_in_the_servers_words_without_the_key() -> None:
    def refuse(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
        answer(handler, f"no voice\n\n for {asked.key}".encode(), "text/plain", 404)

    with (
        serving(refuse) as server,
        pytest.raises(EngineError, match=r"answered 404 Not Found: no voice for Bearer …$"),
    ):
        ask(server.url, key="secret")


def test_a_server_that_does_not_answer_is_not_waited_for() -> None:
    is_over = Event()

    def wait(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
        is_over.wait()

    with serving(wait) as server:
        with pytest.raises(
            EngineError, match=r"gave no whole answer in 0\.2 s; see whether it runs"
        ):
            ask(server.url, timeout_seconds=0.2)
        is_over.set()


def test_a_server_that_answers_drop_by_drop_is_not_waited_for() -> None:
    is_over = Event()

    def drip(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "audio/wav")
        handler.end_headers()
        while not is_over.wait(0.01):
            handler.wfile.write(b"0")

    with serving(drip) as server:
        with pytest.raises(EngineError, match=r"gave no whole answer in 0\.3 s"):
            ask(server.url, timeout_seconds=0.3)
        is_over.set()


def test_an_answer_without_an_end_is_broken_off() -> None:
    def flood(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "audio/wav")
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"0" * 1_000_000)
        except OSError:
            handler.close_connection = True

    with serving(flood) as server, pytest.raises(EngineError, match="sent more than 32 MB for one"):
        ask(server.url)


def test_an_answer_that_is_cut_is_an_error() -> None:
    def cut(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        handler.wfile.write(b"half")

    with serving(cut) as server, pytest.raises(EngineError, match="broke off its answer"):
        ask(server.url)


def test_a_server_that_is_not_there_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1/audio/speech"
        with pytest.raises(EngineError, match=f"{url} cannot be reached: .*refused"):
            ask(url)
