from __future__ import annotations

import pytest

from broadsheet.setting.database_url import DatabaseUrl


def test_an_address_is_taken_apart() -> None:
    url = DatabaseUrl.read("postgresql://the%20paper@db.example:5433/pa%2Fper?sslmode=require")
    assert (url.user, url.host, url.port, url.name) == (
        "the paper",
        "db.example",
        "5433",
        "pa/per",
    )
    assert url.parameters == (("sslmode", "require"),)


def test_a_socket_stands_among_the_parameters() -> None:
    url = DatabaseUrl.read("postgresql://paper@/paper?host=/run/postgresql")
    assert (url.host, url.port, url.parameters) == ("/run/postgresql", "", ())


def test_a_service_file_may_say_the_rest() -> None:
    url = DatabaseUrl.read("postgresql:///?service=paper")
    assert (url.name, url.parameters) == ("", (("service", "paper"),))


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://paper@db/paper", "write an address such as postgresql://"),
        ("paper", "write an address such as postgresql://"),
        ("postgresql://db:65x/paper", "write an address such as postgresql://"),
        ("postgresql://[db/paper", "write an address such as postgresql://"),
        ("postgresql://paper:pier@db/paper", "set BROADSHEET_DATABASE__PASSWORD"),
        ("postgresql://paper@db", "it names no database"),
        ("postgresql://db/paper?sslmod=require", "sslmod is not known here; known are host, "),
    ],
)
def test_a_wrong_address_is_answered_with_what_to_write(url: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        DatabaseUrl.read(url)
