from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet.voice.finish_take import finish_take
from broadsheet.voice.take import Take
from broadsheet.voice.takes import Takes
from broadsheet.voice.utterance import Token, Utterance
from tests.voice.speaking import hum, utterances

BOAT, PIER = utterances("one boat came in", "the north pier reopened")


def keep(takes: Takes, utterance: Utterance, take: Take | None = None) -> Take:
    take = take or hum(utterance)
    takes.keep(take, utterance, language="en", signature="humming 1")
    return take


def find(takes: Takes, utterance: Utterance) -> Take | None:
    return takes.find(utterance, language="en", signature="humming 1")


@pytest.fixture
def takes(tmp_path: Path) -> Takes:
    return Takes(tmp_path / "takes")


def files(tmp_path: Path) -> list[Path]:
    return [file for file in (tmp_path / "takes").rglob("*") if file.is_file()]


def test_nothing_is_found_where_nothing_was_kept(takes: Takes) -> None:
    assert find(takes, BOAT) is None


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    samples=st.integers(1, 5000),
    sample_rate=st.sampled_from([8000, 16000, 22050, 24000, 44100, 48000]),
    seed=st.integers(0, 1000),
)
def test_a_take_is_found_as_it_was_kept(
    takes: Takes, samples: int, sample_rate: int, seed: int
) -> None:
    noise = np.random.default_rng(seed).uniform(-1, 1, samples).astype(np.float32)
    times = ((1 / 3, 0.7), (0.7, 0.1 + 0.2 + 0.5))
    keep(takes, BOAT, Take(noise, sample_rate, times))
    found = find(takes, BOAT)
    assert found is not None
    assert found.sample_rate == sample_rate
    assert found.times == times
    assert found.sound.dtype == np.float32
    assert np.abs(found.sound - noise).max() <= 0.51 / 32767


def test_a_take_is_found_in_another_place_of_another_report(takes: Takes) -> None:
    kept = keep(takes, BOAT)
    moved = replace(
        BOAT,
        line=7,
        sentence=31,
        pause_after_ms=900,
        tokens=tuple(replace(token, words=(400,)) for token in BOAT.tokens),
    )
    found = find(takes, moved)
    assert found is not None
    assert found.times == kept.times


def changed_token(**changes: object) -> Utterance:
    first, *others = BOAT.tokens
    return replace(BOAT, tokens=(replace(first, **changes), *others))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "heard_otherwise",
    [
        changed_token(text="two"),
        changed_token(ipa="wˈʌn"),
        changed_token(pause=","),
        replace(BOAT, ending="?"),
        replace(BOAT, tokens=BOAT.tokens[:-1]),
        replace(BOAT, tokens=(Token("one boat", (0,)), *BOAT.tokens[2:])),
    ],
    ids=["word", "sound", "pause", "ending", "shorter", "joined"],
)
def test_what_is_heard_otherwise_has_a_take_of_its_own(
    takes: Takes, heard_otherwise: Utterance
) -> None:
    keep(takes, BOAT)
    assert find(takes, heard_otherwise) is None


def test_another_voice_or_language_has_takes_of_its_own(takes: Takes) -> None:
    keep(takes, BOAT)
    assert takes.find(BOAT, language="en", signature="humming 2") is None
    assert takes.find(BOAT, language="de", signature="humming 1") is None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_a_miss(takes: Takes, tmp_path: Path, data: st.DataObject) -> None:
    keep(takes, BOAT)
    (file,) = files(tmp_path)
    whole = file.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    damage = data.draw(st.sampled_from(["cut", "changed", "empty", "longer"]))
    file.write_bytes(
        {
            "cut": whole[:at],
            "changed": whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :],
            "empty": b"",
            "longer": whole + b"x",
        }[damage]
    )
    assert find(takes, BOAT) is None
    keep(takes, BOAT)
    assert file.read_bytes() == whole
    assert find(takes, BOAT) is not None


def test_a_take_that_could_not_be_written_leaves_nothing(
    takes: Takes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        keep(takes, BOAT)
    assert files(tmp_path) == []


def used(tmp_path: Path, at_seconds: int) -> None:
    """Say of the file that was kept last that it was used then."""
    newest = max(files(tmp_path), key=lambda file: file.stat().st_mtime_ns)
    os.utime(newest, (at_seconds, at_seconds))


def test_the_least_recently_used_are_pruned_first(takes: Takes, tmp_path: Path) -> None:
    three = utterances("one boat", "two boats", "six boats")
    for at, one in enumerate(three):
        keep(takes, one)
        used(tmp_path, 1000 + at)
    assert find(takes, three[0])  # which makes it the one that was used last
    sizes = [file.stat().st_size for file in files(tmp_path)]
    left = takes.prune(keep_bytes=sum(sizes) - 1)
    assert left == sum(file.stat().st_size for file in files(tmp_path)) < sum(sizes)
    assert find(takes, three[1]) is None
    assert find(takes, three[0])
    assert find(takes, three[2])


def test_pruning_takes_no_more_than_it_has_to(takes: Takes, tmp_path: Path) -> None:
    for one in (BOAT, PIER):
        keep(takes, one)
    total = sum(file.stat().st_size for file in files(tmp_path))
    assert takes.prune(keep_bytes=total) == total
    assert len(files(tmp_path)) == 2
    assert takes.prune(keep_bytes=0) == 0
    assert files(tmp_path) == []
    assert takes.prune(keep_bytes=0) == 0


def test_pruning_takes_what_a_killed_process_left_half_written(
    takes: Takes, tmp_path: Path
) -> None:
    keep(takes, BOAT)
    (file,) = files(tmp_path)
    half = file.with_suffix(".4711-4711")
    half.write_bytes(b"half")
    os.utime(half, (1000, 1000))
    takes.prune(keep_bytes=file.stat().st_size)
    assert files(tmp_path) == [file]


def test_many_may_keep_find_and_prune_at_once(takes: Takes) -> None:
    def work(_: int) -> bool:
        kept = keep(takes, BOAT)
        found = find(takes, BOAT)
        takes.prune(keep_bytes=0)
        return found is None or found.times == kept.times

    with ThreadPoolExecutor(4) as threads:
        assert all(threads.map(work, range(200)))


def test_a_finished_take_is_found_for_the_loudness_that_it_was_finished_for(takes: Takes) -> None:
    voice = {"language": "en", "signature": "humming 1"}
    finished = finish_take(hum(BOAT), lufs=-16)
    takes.keep_finished(finished, BOAT, **voice, lufs=-16)
    found = takes.find_finished(BOAT, **voice, lufs=-16)
    assert found is not None
    assert (found.reel.mp3, found.reel.opus) == (finished.reel.mp3, finished.reel.opus)
    assert takes.find_finished(BOAT, **voice, lufs=-15.5) is None
    assert takes.find_finished(PIER, **voice, lufs=-16) is None
    assert find(takes, BOAT) is None


def test_a_finished_take_that_is_no_longer_whole_is_none(takes: Takes, tmp_path: Path) -> None:
    voice = {"language": "en", "signature": "humming 1"}
    takes.keep_finished(finish_take(hum(BOAT), lufs=-16), BOAT, **voice, lufs=-16)
    (file,) = files(tmp_path)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    assert takes.find_finished(BOAT, **voice, lufs=-16) is None
