from __future__ import annotations

import socket
from pathlib import Path

from broadsheet.server.answers import Answers
from tests.server.making import free_port


def test_nobody_answers_where_nobody_listens(tmp_path: Path) -> None:
    assert not Answers(("127.0.0.1", free_port()), path="/")()
    assert not Answers(str(tmp_path / "no.sock"), path="/")()


def test_it_asks_once_and_waits_for_the_answer(tmp_path: Path) -> None:
    where = str(tmp_path / "web.sock")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(where)
        server.listen()
        answers = Answers(where, path="/desk/")
        assert not answers()
        connection, _ = server.accept()
        with connection:
            assert connection.recv(1000).startswith(b"GET /desk/ HTTP/1.1\r\n")
            assert not answers()
            connection.sendall(b"HTTP/1.1 302 Found\r\n\r\n")
            assert answers()


def test_it_asks_again_when_it_is_hung_up_on(tmp_path: Path) -> None:
    where = str(tmp_path / "web.sock")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(where)
        server.listen()
        answers = Answers(where, path="/")
        assert not answers()
        server.accept()[0].close()
        assert not answers()
        assert not answers()
        connection, _ = server.accept()
        with connection:
            connection.sendall(b"H")
            assert answers()
