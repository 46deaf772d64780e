from __future__ import annotations

import numpy as np
import pytest

from broadsheet.voice.sound.decoded_packets import decoded_packets
from broadsheet.voice.sound.encode import encode
from broadsheet.voice.sound.silence import silence
from broadsheet.voice.take import Samples
from tests.voice.sound.making import cut, speech, tone

Encoded = tuple[bytes, tuple[bytes, ...]]


@pytest.fixture(scope="module")
def encoded() -> Encoded:
    return encode(cut(speech(20, rate=24_000) * np.float32(0.8), 24_000), 24_000)


def frames(mp3: bytes) -> list[bytes]:
    return [mp3[at : at + 192] for at in range(0, len(mp3), 192)]


@pytest.mark.parametrize("rate", [24_000, 48_000])
def test_a_sound_is_as_loud_as_it_was(rate: int) -> None:
    mp3, opus = encode([tone(1_000, 3, rate=rate)], rate)
    head = silence(rate).opus_head
    out: list[tuple[Samples, int]] = [
        (np.concatenate(list(decoded_packets(frames(mp3), "mp3float"))), rate),
        (np.concatenate(list(decoded_packets(opus, "opus", head=head))), 48_000),
    ]
    for sound, own_rate in out:
        level = np.std(sound[own_rate : 2 * own_rate])
        assert level == pytest.approx(0.5 / np.sqrt(2), rel=0.01)


def test_every_frame_of_the_mp3_has_the_same_rate_and_length(encoded: Encoded) -> None:
    # MPEG-2 layer III, 64 kbit/s at 24 kHz, without padding: 192 bytes for 24 ms.
    assert {frame[:3] for frame in frames(encoded[0])} == {b"\xff\xf3\x84"}


def test_frames_of_the_mp3_borrow_nothing_from_each_other(encoded: Encoded) -> None:
    # The first byte behind a frame's head says how far back in other frames its sound begins.
    assert {frame[4] for frame in frames(encoded[0])} == {0}


def test_every_packet_of_opus_lasts_20_ms_in_the_mode_that_forgets_at_silence(
    encoded: Encoded,
) -> None:
    # RFC 6716, table 2: CELT, 12 kHz wide, 20 ms, one channel, one frame.
    assert {packet[0] for packet in encoded[1]} == {27 << 3}


def test_the_same_sound_gives_the_same_bytes(encoded: Encoded) -> None:
    assert encode(cut(speech(20, rate=24_000) * np.float32(0.8), 24_000), 24_000) == encoded
