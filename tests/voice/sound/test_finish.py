from __future__ import annotations

import numpy as np
import pyloudnorm
import pytest

from broadsheet.voice.sound import finish as finishing
from broadsheet.voice.sound.decoded_packets import decoded_packets
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.finish import finish
from broadsheet.voice.sound.hops import hops
from broadsheet.voice.sound.loudness import integrated
from broadsheet.voice.sound.opus_encoder import OpusEncoder
from broadsheet.voice.sound.reel import Reel
from broadsheet.voice.sound.silence import silence
from broadsheet.voice.sound.true_peak import TruePeak
from broadsheet.voice.take import Samples
from tests.voice.sound.making import cut, lateness_seconds, speech, tone

RATE = 24_000


def heard(reel: Reel) -> tuple[Samples, Samples]:
    """The MP3 and the Opus as they decode."""
    frames = list(map(bytes, cut(np.frombuffer(reel.mp3, np.uint8), 192)))
    head = silence(reel.rate).opus_head
    return (
        np.concatenate(list(decoded_packets(frames, "mp3float"))),
        np.concatenate(list(decoded_packets(reel.opus, "opus", head=head))),
    )


@pytest.mark.parametrize("rate", [24_000, 48_000])
def test_another_meter_finds_the_loudness_that_was_aimed_at(rate: int) -> None:
    reel = finish([speech(15, rate=rate)], rate, lufs=-16)
    for sound, own_rate in zip(heard(reel), (rate, 48_000), strict=True):
        lufs = pyloudnorm.Meter(own_rate).integrated_loudness(sound)
        assert lufs == pytest.approx(-16, abs=0.25)


def test_a_reel_tells_its_own_loudness_and_peak() -> None:
    reel = finish([speech(15, rate=RATE)], RATE, lufs=-16)
    assert integrated(hops(reel.energies)) == pytest.approx(-16, abs=0.05)
    for sound in heard(reel):
        peak = TruePeak()
        peak.hear(sound)
        assert peak.dbtp <= reel.peak_dbtp < -1


@pytest.mark.parametrize("rate", [24_000, 48_000])
@pytest.mark.parametrize("at", [0.3, 5, 10.5])
def test_every_sound_keeps_its_place(rate: int, at: float) -> None:
    sound = speech(12, rate=rate)
    mp3, opus = heard(finish(list(cut(sound, 7_777)), rate, lufs=-16))
    assert abs(lateness_seconds(sound, mp3, rate, at=at)) < 0.001
    assert abs(lateness_seconds(sound, opus[:: 48_000 // rate], rate, at=at)) < 0.001


@pytest.mark.parametrize("samples", [1_000, 11_999, 12_000, 12_345])
def test_a_reel_holds_the_whole_sound_and_ends_within_a_tenth_of_a_second(samples: int) -> None:
    reel = finish([tone(500, 1, rate=RATE)[:samples]], RATE, lufs=-16)
    assert 0 <= reel.frames * 0.024 - samples / RATE < 0.1
    assert len(reel.mp3) == reel.frames * 192
    assert samples / RATE <= len(reel.opus) * 0.02 - 0.0065 <= reel.frames * 0.024


def test_the_same_sound_gives_the_same_bytes() -> None:
    once, again = (finish([speech(3, rate=RATE)], RATE, lufs=-16) for _ in range(2))
    assert (once.mp3, once.opus) == (again.mp3, again.opus)


def test_where_an_encoder_overshoots_it_is_done_again_lower(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(finishing, "_CEILING_DBTP", -0.1)
    assert -2.5 < finish([speech(8, rate=RATE)], RATE, lufs=-16).peak_dbtp < -1


@pytest.mark.parametrize(
    ("end", "what"),
    [((), r"holds 2.99 seconds and should hold 3.00"), ((b"\xdb\x00",), "does not decode")],
)
def test_an_encoder_that_loses_sound_is_found_out(
    monkeypatch: pytest.MonkeyPatch, end: tuple[bytes, ...], what: str
) -> None:
    whole = OpusEncoder.finish
    monkeypatch.setattr(OpusEncoder, "finish", lambda self: (*whole(self)[:-1], *end))
    with pytest.raises(SoundError, match=what):
        finish([speech(3, rate=RATE)], RATE, lufs=-16)


def test_silence_is_refused() -> None:
    with pytest.raises(SoundError, match=r"nothing is to be heard in 3.0 seconds"):
        finish([np.zeros(3 * RATE, np.float32)], RATE, lufs=-16)
