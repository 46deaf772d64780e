from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from io import BytesIO

import pytest
import soundfile

from broadsheet.galley.compose import compose_text
from broadsheet.voice.check_take import check_take
from broadsheet.voice.engine import EngineError
from broadsheet.voice.engines.pauses import PAUSE_SECONDS
from broadsheet.voice.load_engine import load_engine
from broadsheet.voice.script.saying import Saying
from broadsheet.voice.script.write import write
from broadsheet.voice.voice_spec import VoiceSpec
from tests.voice.engines.saying import longest_silence, make_utterance
from tests.voice.engines.serving import Asked, Served, answer, serving

SPOKEN = "The ferry to Ostholm leaves at nine— and nobody in the town knows when it comes back"


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    """A server that speaks with Joe's voice, whatever voice it is asked for."""
    joe = load_engine(VoiceSpec(name="Joe"))

    def speak(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
        text = asked.question["input"].rstrip(".?!").replace("—", "")
        take = joe.say(make_utterance(text))
        wav = BytesIO()
        soundfile.write(wav, take.sound, take.sample_rate, format="WAV")
        answer(handler, wav.getvalue(), "audio/wav")

    with serving(speak) as served:
        yield served


def make_spec(server: Served) -> VoiceSpec:
    return VoiceSpec(
        name="Ada",
        engine="server",
        model="some-model",
        speaker="ada",
        url=server.origin,
        speed=1.25,
    )


def test_a_server_says_an_utterance_and_every_word_is_timed(server: Served) -> None:
    engine = load_engine(make_spec(server))
    utterance = make_utterance(SPOKEN)
    take = engine.say(utterance)
    check_take(utterance, take)
    told = load_engine(VoiceSpec(name="Joe")).say(make_utterance(SPOKEN.replace("—", "")))
    first = [
        abs(mine[0] - theirs[0]) for mine, theirs in zip(take.times[:7], told.times, strict=False)
    ]
    assert max(first) < 0.1


def test_a_server_is_asked_as_openai_is(server: Served) -> None:
    load_engine(make_spec(server)).say(make_utterance("Nobody left", "?"))
    assert server.asked[-1].path == "/v1/audio/speech"
    assert server.asked[-1].question == {
        "model": "some-model",
        "voice": "ada",
        "input": "Nobody left?",
        "response_format": "wav",
        "speed": 1.25,
    }


@pytest.mark.parametrize(
    ("saying", "sent"),
    [
        (Saying("Leith", "LEETH"), "Nobody left leeth."),
        (Saying("left Leith", "LEFT lee-EETH"), "Nobody left lee-eeth."),
        (Saying("Leith", "/liːθ/"), "Nobody left Leith."),
    ],
)
def test_a_server_is_sent_the_respelling_and_no_ipa(
    server: Served, saying: Saying, sent: str
) -> None:
    galley = compose_text((("paragraph", "Nobody left Leith."),), language="en")
    (utterance,) = write(galley, (saying,)).utterances
    take = load_engine(make_spec(server)).say(utterance)
    assert server.asked[-1].question["input"] == sent
    assert len(take.times) == len(utterance.tokens)
    assert {word for token in utterance.tokens for word in token.words} == {0, 1, 2}


def test_a_pause_that_the_server_does_not_make_is_made(server: Served) -> None:
    take = load_engine(make_spec(server)).say(make_utterance(SPOKEN))
    pause = longest_silence(take, take.times[6][0], take.times[7][1])
    assert pause >= PAUSE_SECONDS["—"] / 1.25 - 0.01


def test_the_key_comes_from_the_environment(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADA_KEY", "secret")
    spec = replace(make_spec(server), key_environment="ADA_KEY")
    load_engine(spec).say(make_utterance("Nobody left"))
    assert server.asked[-1].key == "Bearer secret"


def test_a_key_that_is_not_there_is_missed_at_once(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ADA_KEY", raising=False)
    with pytest.raises(EngineError) as refused:
        load_engine(replace(make_spec(server), key_environment="ADA_KEY"))
    assert str(refused.value) == (
        "voice Ada: the environment has no ADA_KEY, which key_environment names; set it to the"
        " server's key"
    )


@pytest.mark.parametrize("url", ["", "127.0.0.1:8880", "file:///etc/hosts", "http://"])
def test_an_address_that_is_none_is_refused(server: Served, url: str) -> None:
    with pytest.raises(EngineError, match=r"voice Ada: url is '.*'; write where the server is"):
        load_engine(replace(make_spec(server), url=url))


def test_a_password_in_the_address_is_refused(server: Served) -> None:
    with pytest.raises(EngineError, match="url has a password in it") as refused:
        load_engine(replace(make_spec(server), url="https://ada:secret@speech.example"))
    assert "secret" not in str(refused.value)


def test_another_question_has_another_signature(server: Served) -> None:
    spec = make_spec(server)
    others = [
        spec,
        replace(spec, model="other"),
        replace(spec, speaker="ida"),
        replace(spec, speed=1.0),
        replace(spec, url="http://127.0.0.1:9"),
    ]
    assert len({load_engine(one).signature for one in others}) == len(others)
    assert load_engine(replace(spec, name="Ida")).signature == load_engine(spec).signature


def test_a_failure_names_the_voice_and_the_sentence(server: Served) -> None:
    def refuse(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
        answer(handler, b"too busy", "text/plain", 503)

    with serving(refuse) as busy, pytest.raises(EngineError) as refused:
        load_engine(make_spec(busy)).say(make_utterance("Nobody left"))
    assert str(refused.value) == (
        f"voice Ada: “Nobody left.” was not said: {busy.url} answered 503 Service Unavailable:"
        " too busy"
    )


def test_sound_that_does_not_say_the_sentence_is_refused(server: Served) -> None:
    def say_yes(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
        take = load_engine(VoiceSpec(name="Joe")).say(make_utterance("Yes"))
        wav = BytesIO()
        soundfile.write(wav, take.sound, take.sample_rate, format="WAV")
        answer(handler, wav.getvalue(), "audio/wav")

    with (
        serving(say_yes) as brief,
        pytest.raises(EngineError, match="was not said: the recording cannot be followed from"),
    ):
        load_engine(make_spec(brief)).say(make_utterance(SPOKEN))
