from __future__ import annotations

import numpy as np
import pytest

from broadsheet.voice.engines.pauses import PAUSE_SECONDS, with_pauses
from broadsheet.voice.take import Take
from broadsheet.voice.utterance import Pause
from tests.voice.engines.saying import longest_silence

RATE = 8000


def make_take(*parts: tuple[float, float]) -> Take:
    """Parts of a length and a loudness; each loud one is a token."""
    sound = [np.sin(np.arange(round(length * RATE))) * loud for length, loud in parts]
    bounds = np.cumsum([0.0, *(length for length, _ in parts)]).tolist()
    times = [(bounds[at], bounds[at + 1]) for at, (_, loud) in enumerate(parts) if loud > 0.001]
    return Take(np.concatenate(sound).astype(np.float32), RATE, tuple(times))


@pytest.mark.parametrize("mark", [",", ";", ":", "—", "…"])
@pytest.mark.parametrize("own", [0.0, 0.1])
def test_a_pause_is_made_as_long_as_it_is_set(mark: Pause, own: float) -> None:
    take = with_pauses(make_take((0.5, 0.3), (own, 0.0), (0.5, 0.3)), (mark, ""))
    (_, end), (start, _) = take.times
    assert start - end == pytest.approx(PAUSE_SECONDS[mark], abs=0.006)
    assert longest_silence(take, 0.0, take.seconds) == pytest.approx(PAUSE_SECONDS[mark], abs=0.02)


def test_a_pause_that_is_long_enough_is_left() -> None:
    take = make_take((0.5, 0.3), (0.9, 0.0), (0.5, 0.3))
    assert with_pauses(take, ("…", "")).seconds == take.seconds


def test_a_pause_without_a_mark_is_left() -> None:
    take = make_take((0.5, 0.3), (0.05, 0.0), (0.5, 0.3))
    paused = with_pauses(take, ("", ""))
    assert paused.times == take.times
    assert paused.seconds == take.seconds


def test_a_fast_voice_has_short_pauses() -> None:
    take = with_pauses(make_take((0.5, 0.3), (0.5, 0.3)), ("…", ""), speed=2.0)
    assert take.times[1][0] - take.times[0][1] == pytest.approx(0.25, abs=0.006)


def test_every_token_after_a_pause_moves_with_it() -> None:
    plain = make_take((0.5, 0.3), (0.5, 0.2), (0.5, 0.3), (0.5, 0.2))
    paused = with_pauses(plain, ("—", "", "—", ""))
    starts = [start for start, _ in paused.times]
    assert starts == pytest.approx([0.0, 0.85, 1.35, 2.2], abs=0.006)
    assert paused.seconds == pytest.approx(2.7, abs=0.006)


def test_silence_at_both_ends_is_taken_off() -> None:
    take = with_pauses(make_take((0.7, 0.0), (0.5, 0.3), (0.9, 0.0)), ("",))
    assert take.seconds == pytest.approx(0.54, abs=0.006)
    assert take.times[0] == pytest.approx((0.02, 0.52), abs=0.006)


def test_a_noisy_voice_is_quiet_where_it_does_not_speak() -> None:
    take = with_pauses(make_take((0.5, 0.3), (0.2, 0.001), (0.5, 0.3)), ("—", ""))
    assert take.times[1][0] - take.times[0][1] == pytest.approx(0.35, abs=0.006)


def test_a_cut_through_sound_does_not_click() -> None:
    take = with_pauses(make_take((0.5, 0.3), (0.5, 0.3)), ("…", ""))
    cut = round(take.times[0][1] * RATE)
    assert float(np.abs(take.sound[cut - 3 : cut]).max()) < 0.05


def test_silence_alone_is_given_back() -> None:
    take = Take(np.zeros(RATE, np.float32), RATE, ((0.0, 0.5), (0.5, 1.0)))
    assert not with_pauses(take, ("", "")).sound.any()
