from __future__ import annotations

from email.utils import formatdate, parsedate_to_datetime

from tests.server.asking import ask
from tests.server.doors import Door
from tests.server.making import put

PAGE = "/national/talks/"


def test_each_coding_has_an_etag_of_its_own(door: Door) -> None:
    tags = {
        ask(door.address, PAGE, headers={"Accept-Encoding": accepts})["ETag"]
        for accepts in ("", "gzip", "br")
    }
    assert len(tags) == 3
    assert not any(tag.startswith("W/") for tag in tags)


def test_what_the_browser_has_is_not_sent_again(door: Door) -> None:
    for path in (PAGE, "/photos/talks.jpg", "/static/admin/desk.woff2"):
        had = ask(door.address, path, headers={"Accept-Encoding": "br"})
        asked = {"Accept-Encoding": "br", "If-None-Match": f'"other", {had["ETag"]}'}
        reply = ask(door.address, path, headers=asked)
        assert (reply.status, reply.body) == (304, b"")
        assert reply["ETag"] == had["ETag"]
        assert reply["Cache-Control"] == had["Cache-Control"]
        assert reply["Vary"] == had["Vary"]
        assert reply["Content-Encoding"] == ""


def test_a_weak_comparison_is_enough(door: Door) -> None:
    had = ask(door.address, PAGE)
    reply = ask(door.address, PAGE, headers={"If-None-Match": f"W/{had['ETag']}"})
    assert reply.status == 304


def test_the_etag_of_another_coding_does_not_do(door: Door) -> None:
    had = ask(door.address, PAGE, headers={"Accept-Encoding": "br"})
    reply = ask(
        door.address, PAGE, headers={"Accept-Encoding": "gzip", "If-None-Match": had["ETag"]}
    )
    assert (reply.status, reply["Content-Encoding"]) == (200, "gzip")


def test_a_date_will_do_as_well(door: Door) -> None:
    had = ask(door.address, PAGE)
    changed = parsedate_to_datetime(had["Last-Modified"]).timestamp()
    for seconds, status in ((-1, 200), (0, 304), (60, 304)):
        date = formatdate(changed + seconds, usegmt=True)
        reply = ask(door.address, PAGE, headers={"If-Modified-Since": date})
        assert reply.status == status


def test_an_etag_counts_for_more_than_a_date(door: Door) -> None:
    had = ask(door.address, PAGE)
    asked = {"If-None-Match": '"other"', "If-Modified-Since": had["Last-Modified"]}
    assert ask(door.address, PAGE, headers=asked).status == 200


def test_a_date_that_is_none_is_passed_over(door: Door) -> None:
    assert ask(door.address, PAGE, headers={"If-Modified-Since": "yesterday"}).status == 200


def test_a_corrected_page_has_another_etag(door: Door) -> None:
    put(door.site / "corrected/index.html", "the talks failed")
    before = ask(door.address, "/corrected/")
    put(door.site / "corrected/index.html", "the talks did not fail")
    after = ask(door.address, "/corrected/", headers={"If-None-Match": before["ETag"]})
    assert (after.status, after.text) == (200, "the talks did not fail")


def test_a_missing_page_is_missing_for_everybody(door: Door) -> None:
    had = ask(door.address, "/no/such/page/")
    asked = {"If-None-Match": had["ETag"] or "*", "If-Modified-Since": formatdate(usegmt=True)}
    assert ask(door.address, "/no/such/page/", headers=asked).status == 404
