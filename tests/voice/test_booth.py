from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from broadsheet.voice.booth import Booth
from broadsheet.voice.engine import EngineError
from broadsheet.voice.take import Take
from broadsheet.voice.utterance import Utterance
from tests.voice.speaking import hum, humming_spec, said, utterances
from tests.voice.waiting import another_process, command, meanwhile, speakers, wait_until

PATIENCE_SECONDS = 900.0


@pytest.fixture
def booth(humming: Path) -> Iterator[Booth]:
    with Booth(humming_spec(humming), processes=2) as booth:
        yield booth


def impatient(humming: Path, what: str) -> Callable[[], float]:
    """A clock on which patience comes to its end whenever that has been begun once more."""
    return lambda: time.monotonic() + 2 * PATIENCE_SECONDS * said(humming).count(what)


def hums(*texts: str) -> list[bytes]:
    return [hum(utterance).sound.tobytes() for utterance in utterances(*texts)]


def sounds(takes: Iterator[Take]) -> list[bytes]:
    return [take.sound.tobytes() for take in takes]


def test_takes_come_in_the_order_of_the_utterances(booth: Booth) -> None:
    texts = [f"{'a' * (at % 7 + 1)} boat comes in" for at in range(60)]
    takes = list(booth.say_all(utterances(*texts)))
    assert [take.sound.tobytes() for take in takes] == hums(*texts)
    assert [take.times for take in takes] == [hum(one).times for one in utterances(*texts)]


def test_a_booth_speaks_again_and_again_with_the_same_processes(booth: Booth) -> None:
    first = sounds(booth.say_all(utterances("one boat", "two boats")))
    before = speakers(os.getpid())
    assert sounds(booth.say_all(utterances("one boat", "two boats"))) == first
    assert speakers(os.getpid()) == before


def test_no_more_processes_are_started_than_there_is_work_for(humming: Path) -> None:
    with Booth(humming_spec(humming), processes=8) as booth:
        list(booth.say_all(utterances("one boat")))
        assert len(speakers(os.getpid())) == 1


def test_takes_that_are_there_already_stand_in_their_places(booth: Booth, humming: Path) -> None:
    one, _, three = utterances("one boat", "two boats", "three boats")
    kept = Take(np.full(4000, 0.5, np.float32), 8000, ((0.0, 0.1), (0.1, 0.2)))
    takes = list(booth.say_all([one, kept, three]))
    assert takes[1] is kept
    assert sounds(iter(takes[::2])) == hums("one boat", "three boats")
    assert sorted(said(humming)) == ["one boat.", "three boats."]


def test_nothing_is_started_where_every_take_is_there(booth: Booth) -> None:
    kept = Take(np.full(4000, 0.5, np.float32), 8000, ())
    assert list(booth.say_all([kept] * 100)) == [kept] * 100
    assert speakers(os.getpid()) == []


def test_what_is_wanted_is_followed_only_a_few_ahead(booth: Booth) -> None:
    asked = 0

    def wanted() -> Iterator[Utterance]:
        nonlocal asked
        for utterance in utterances(*["one boat"] * 300):
            asked += 1
            yield utterance

    furthest = 0
    for taken, _ in enumerate(booth.say_all(wanted())):
        furthest = max(furthest, asked - taken)
    assert asked == 300
    assert furthest < 20


def test_the_signature_is_the_engines_own(booth: Booth) -> None:
    assert booth.signature == "humming 1"
    assert len(speakers(os.getpid())) == 1


def test_two_processes_speak_at_the_same_time(booth: Booth, humming: Path) -> None:
    def go() -> None:
        wait_until(lambda: len(said(humming)) == 2)
        (humming / "go").touch()

    with meanwhile(go):
        assert len(list(booth.say_all(utterances("one waits", "two waits")))) == 2


def test_leaving_the_booth_ends_its_processes(humming: Path) -> None:
    with Booth(humming_spec(humming), processes=2) as booth:
        list(booth.say_all(utterances("one boat", "two boats", "three boats")))
        assert speakers(os.getpid())
    assert speakers(os.getpid()) == []


def test_an_exception_in_the_booth_ends_its_processes(humming: Path) -> None:
    def listen() -> None:
        with Booth(humming_spec(humming), processes=2) as booth:
            next(booth.say_all(utterances("one boat", "two hangs", "three hangs")))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        listen()
    assert speakers(os.getpid()) == []


def test_who_stops_listening_keeps_nobody_speaking(humming: Path) -> None:
    with Booth(humming_spec(humming), processes=1) as booth:
        with closing(booth.say_all(utterances("one boat", "it hangs"))) as takes:
            next(takes)
            wait_until(lambda: "it hangs." in said(humming))
        assert speakers(os.getpid()) == []
        assert sounds(booth.say_all(utterances("two boats"))) == hums("two boats")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "one boat refuses",
            "“one boat refuses.”: the humming voice will not; ask for another word",
        ),
        ("one boat stumbles", "“one boat stumbles.”: voice Humming: engine humming has a fault"),
        ("one boat stumbles", "(KeyError: 'stumbles')"),
        ("one boat is silent", "“one boat is silent.” came back from its voice with silence"),
        (
            "one boat is nothing",
            "“one boat is nothing.” came back from its voice with samples that",
        ),
        (
            "one boat is untimed",
            "“one boat is untimed.” came back from its voice with 0 times for 4",
        ),
    ],
)
def test_what_cannot_be_said_is_named_with_the_reason(
    booth: Booth, humming: Path, text: str, reason: str
) -> None:
    with pytest.raises(EngineError) as caught:
        list(booth.say_all(utterances("two boats", text, "three boats")))
    assert reason in str(caught.value)
    assert said(humming).count(f"{text}.") == 1
    assert sounds(booth.say_all(utterances("four boats"))) == hums("four boats")


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("one boat dies", "killed by SIGKILL, after saying: out of breath"),
        ("one boat leaves", "exit code 3"),
        ("one boat hangs", "it gave no answer for 900 seconds"),
    ],
)
def test_a_sentence_over_which_the_voice_is_lost_twice_is_named(
    humming: Path, text: str, how: str
) -> None:
    with Booth(
        humming_spec(humming),
        processes=2,
        patience_seconds=PATIENCE_SECONDS,
        clock=impatient(humming, "one boat hangs."),
    ) as booth:
        list(booth.say_all(utterances("one boat", "two boats", "three boats")))
        with pytest.raises(EngineError) as caught:
            list(booth.say_all(utterances("two boats", text, "three boats")))
        assert str(caught.value).startswith(f"“{text}.”: voice Humming was lost over this 2 times")
        assert how in str(caught.value)
        assert said(humming).count(f"{text}.") == 2
        assert sounds(booth.say_all(utterances("four boats"))) == hums("four boats")


def test_a_long_sentence_is_named_by_its_beginning(booth: Booth) -> None:
    with pytest.raises(EngineError, match=r"^“one two three four five six seven eight…”: "):
        list(booth.say_all(utterances("one two three four five six seven eight nine refuses")))


def test_a_sentence_is_tried_once_more_after_its_process_died(booth: Booth, humming: Path) -> None:
    texts = ("one boat", "it faints", "two boats", "three boats")
    assert sounds(booth.say_all(utterances(*texts))) == hums(*texts)
    assert said(humming).count("it faints.") == 2


def test_a_process_killed_between_two_sentences_is_replaced(booth: Booth) -> None:
    assert sounds(booth.say_all(utterances("one boat"))) == hums("one boat")
    for pid in speakers(os.getpid()):
        os.kill(pid, signal.SIGKILL)
    assert sounds(booth.say_all(utterances("two boats"))) == hums("two boats")


@pytest.mark.parametrize(
    ("loading", "reason"),
    [
        ("refuses", "the humming voice will not; ask for another word"),
        ("stumbles", "voice Humming: engine humming has a fault (KeyError: 'stumbles')"),
        ("dies", "voice Humming cannot be loaded; 2 times it was tried and the last time its"),
        ("dies", "(killed by SIGKILL, after saying: out of breath)"),
        ("hangs", "the last time it gave no answer for 900 seconds; check its files"),
    ],
)
def test_a_voice_that_cannot_be_loaded_is_named_with_the_reason(
    humming: Path, loading: str, reason: str
) -> None:
    with Booth(
        humming_spec(humming, loading=loading),
        processes=1,
        loading_seconds=PATIENCE_SECONDS,
        clock=impatient(humming, "loading hangs"),
    ) as booth:
        with pytest.raises(EngineError) as caught:
            list(booth.say_all(utterances("one boat", "two boats")))
        assert reason in str(caught.value)
        with pytest.raises(EngineError) as caught:
            _ = booth.signature
        assert reason in str(caught.value)


def test_a_voice_that_hangs_once_while_it_is_loaded_is_loaded_again(humming: Path) -> None:
    with Booth(humming_spec(humming, loading="faints")) as booth:
        assert booth.signature == "humming 1"


def test_an_engine_that_is_not_there_is_named() -> None:
    spec = humming_spec(Path("/nowhere"))
    with Booth(spec) as booth, pytest.raises(EngineError, match="there is no engine 'humming'"):
        _ = booth.signature


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (signal.SIGTERM, "one boat waits"),
        (signal.SIGKILL, "one boat waits"),
        (signal.SIGKILL, "one boat hangs"),
    ],
)
def test_no_process_outlives_the_one_that_asked_for_it(
    humming: Path, number: signal.Signals, text: str
) -> None:
    with another_process(
        [sys.executable, "-m", "tests.voice.asking", str(humming), text]
    ) as parent:
        wait_until(lambda: said(humming) == [f"{text}."])
        left = speakers(parent.pid)
        assert len(left) == 1
        parent.send_signal(number)
        assert parent.wait() == -number
    (humming / "go").touch()
    wait_until(lambda: not any(command(pid) for pid in left))


def test_voices_give_way_to_everything_else(booth: Booth) -> None:
    _ = booth.signature
    (pid,) = speakers(os.getpid())
    assert os.getpriority(os.PRIO_PROCESS, pid) == 10
    among_sessions = Path(f"/proc/{pid}/autogroup")
    assert not among_sessions.exists() or among_sessions.read_text().endswith("nice 10\n")


@pytest.mark.parametrize("variable", ["OMP_NUM_THREADS=1", "ORT_DISABLE_TELEMETRY=1"])
def test_voices_keep_to_one_thread_and_tell_nobody_of_it(booth: Booth, variable: str) -> None:
    _ = booth.signature
    (pid,) = speakers(os.getpid())
    assert variable.encode() in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
