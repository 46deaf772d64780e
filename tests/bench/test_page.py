from __future__ import annotations

from bench.figure import Figure, Target
from bench.page import page


def test_a_page_names_the_machine_and_gives_each_part_a_table() -> None:
    figure = Figure(
        part="serving",
        what="article page",
        value=9000,
        unit="req/s",
        beside="nginx",
        beside_value=10000,
        target=Target("ratio", "at least", 0.9),
    )
    written = page({"cores": "2"}, [figure]).splitlines()
    assert "| cores | 2 |" in written
    assert written[written.index("## serving") + 2 :][:3] == [
        "|  | figure | beside | ratio | target | met |",
        "| --- | --- | --- | --- | --- | --- |",
        "| article page | 9,000 req/s | nginx: 10,000 req/s | 0.90 | at least 0.9× | yes |",
    ]
    assert written[-1] == "1 of 1 targets met."


def test_a_page_says_what_could_not_be_measured() -> None:
    written = page({"cores": "2"}, [], ["talk could not be measured:\n  no Chromium"])

    assert written.endswith("Not measured:\n\n- talk could not be measured: no Chromium\n")
