from __future__ import annotations

import pytest

from bench.running import Broken
from bench.wrk import Load, read_load

PRINTED = """\
Running 2s test @ http://127.0.0.1:8000/world/
  1 threads and 32 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   654.21us    1.02ms  20.83ms   93.53%
    Req/Sec    66.23k     4.55k   73.70k    80.00%
  Latency Distribution
     50%  404.00us
     75%  631.00us
     90%    1.15ms
     99%    5.44ms
  131782 requests in 2.00s, 0.86GB read
Requests/sec:  65889.03
Transfer/sec:    440.05MB
"""


def test_what_wrk_printed_is_read() -> None:
    assert read_load(PRINTED) == Load(131_782, 65889.03, 5.44)


@pytest.mark.parametrize(
    ("printed", "milliseconds"), [("912.00us", 0.912), ("1.10s", 1100.0), ("1.00m", 60_000.0)]
)
def test_the_slowest_in_a_hundred_is_in_milliseconds(printed: str, milliseconds: float) -> None:
    load = read_load(PRINTED.replace("99%    5.44ms", f"99%  {printed}"))

    assert load.p99_milliseconds == pytest.approx(milliseconds)


@pytest.mark.parametrize(
    "trouble",
    ["  Non-2xx or 3xx responses: 12", "  Socket errors: connect 0, read 3, write 0, timeout 0"],
)
def test_a_run_with_errors_is_no_measurement(trouble: str) -> None:
    with pytest.raises(Broken, match=trouble.strip()):
        read_load(f"{PRINTED}{trouble}\n")


def test_words_without_figures_are_no_measurement() -> None:
    with pytest.raises(Broken, match="cannot be read: unable to connect"):
        read_load("unable to connect\n")


def test_a_run_without_an_answer_is_no_measurement() -> None:
    with pytest.raises(Broken, match="no answer at all"):
        read_load(PRINTED.replace("131782 requests in", "0 requests in"))
