from __future__ import annotations

import pickle

import pytest

from broadsheet.voice.engine import EngineError
from broadsheet.voice.voice_spec import VoiceSpec


def test_a_spec_can_be_sent_to_another_process() -> None:
    spec = VoiceSpec(name="Ida", engine="mine", settings=(("key", "value"),))
    assert pickle.loads(pickle.dumps(spec)) == spec


@pytest.mark.parametrize("speed", [0.4, 2.1, float("nan")])
def test_a_speed_that_nobody_speaks_at_is_refused(speed: float) -> None:
    with pytest.raises(EngineError) as refused:
        VoiceSpec(name="Ida", speed=speed)
    assert str(refused.value) == f"voice Ida: speed is {speed}; write a number from 0.5 to 2"


@pytest.mark.parametrize("timeout", [0, -1, float("nan")])
def test_a_server_must_be_given_time(timeout: float) -> None:
    with pytest.raises(EngineError, match=r"timeout_seconds is .*; write a number greater than 0"):
        VoiceSpec(name="Ida", timeout_seconds=timeout)
