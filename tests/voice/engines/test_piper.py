from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from broadsheet.voice.check_take import check_take
from broadsheet.voice.engine import Engine, EngineError
from broadsheet.voice.engines.pauses import PAUSE_SECONDS
from broadsheet.voice.engines.piper import _packaged_voice, load_piper
from broadsheet.voice.engines.written_noise import NOISE_AT
from broadsheet.voice.load_engine import load_engine
from broadsheet.voice.utterance import Ending
from broadsheet.voice.voice_spec import VoiceSpec
from tests.voice.engines.saying import longest_silence, loudness, make_utterance

JOE = VoiceSpec(name="Joe", language="en-US")

SENTENCES = (
    "The ferry to Ostholm leaves at nine, and nobody in the town knows when it comes back",
    "Mayor Ilse Brandt said that she would've asked the U_N; the twenty-one cranes stood still",
    "“We are not afraid”, he said… or so it's told of him — by the man at the pier",
    "Yes",
    "A P_and_O ship of the 1990s",
    "An old man and an old woman of the old school in an old house",
)


@pytest.fixture(scope="module")
def joe() -> Engine:
    return load_engine(JOE)


@pytest.mark.parametrize("text", SENTENCES)
def test_every_word_is_timed(joe: Engine, text: str) -> None:
    utterance = make_utterance(text.replace(" —", "—"))
    check_take(utterance, joe.say(utterance))


def test_words_are_heard_within_their_times(joe: Engine) -> None:
    take = joe.say(make_utterance("Tell nobody… nobody"))
    (_, _), (start, end), (later_start, later_end) = take.times
    assert loudness(take, start, end) > 0.01
    assert loudness(take, later_start, later_end) > 0.01
    assert loudness(take, end + 0.03, later_start - 0.03) < 0.001


def test_an_utterance_sounds_the_same_each_time(joe: Engine) -> None:
    utterance = make_utterance(SENTENCES[0])
    first = joe.say(utterance)
    joe.say(make_utterance(SENTENCES[1]))
    again = joe.say(utterance)
    assert np.array_equal(first.sound, again.sound)
    assert first.times == again.times


def test_an_utterance_sounds_the_same_in_another_process(joe: Engine) -> None:
    program = (
        "import hashlib\n"
        "from broadsheet.voice.load_engine import load_engine\n"
        "from tests.voice.engines.saying import make_utterance\n"
        "from tests.voice.engines.test_piper import JOE, SENTENCES\n"
        "take = load_engine(JOE).say(make_utterance(SENTENCES[1]))\n"
        "print(hashlib.sha256(take.sound.tobytes()).hexdigest(), take.times)\n"
    )
    here = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "7"}
    told = subprocess.run(
        [sys.executable, "-c", program], env=here, capture_output=True, text=True, check=True
    ).stdout.strip()
    take = joe.say(make_utterance(SENTENCES[1]))
    assert told == f"{hashlib.sha256(take.sound.tobytes()).hexdigest()} {take.times}"


def test_sentences_do_not_share_their_noise() -> None:
    engine = load_piper(JOE)
    places = [int(engine._inputs(ids)[NOISE_AT]) for ids in ([1, 0, 20, 0, 2], [1, 0, 21, 0, 2])]
    assert places[0] != places[1]


@pytest.mark.parametrize("mark", [",", ";", ":", "—", "…"])
def test_a_mark_is_heard_as_a_pause_of_its_length(joe: Engine, mark: str) -> None:
    take = joe.say(make_utterance(f"They waited{mark} and left the island"))
    heard = longest_silence(take, take.times[1][0], take.times[2][1])
    assert heard >= PAUSE_SECONDS[mark] - 0.01
    if mark in "—…":
        assert heard <= PAUSE_SECONDS[mark] + 0.06
    assert take.times[2][0] - take.times[1][1] >= PAUSE_SECONDS[mark] - 0.01


def test_words_without_a_mark_have_no_pause(joe: Engine) -> None:
    take = joe.say(make_utterance("They waited and left the island"))
    assert longest_silence(take, take.times[1][0], take.times[2][1]) < 0.1


def test_a_take_begins_and_ends_with_its_words(joe: Engine) -> None:
    take = joe.say(make_utterance("Nobody left"))
    assert take.times[0][0] < 0.1
    assert take.seconds - take.times[-1][1] < 0.1


@pytest.mark.parametrize(
    "marked", ["“nice”", '"nice"', "‘nice’", "«nice»", "*nice*", "#nice", "nice_"]
)
def test_marks_that_were_left_in_a_word_are_not_said(joe: Engine, marked: str) -> None:
    plain = make_utterance("It was nice of them")
    word = replace(plain.tokens[2], text=marked)
    said = joe.say(replace(plain, tokens=(*plain.tokens[:2], word, *plain.tokens[3:])))
    assert np.array_equal(joe.say(plain).sound, said.sound)


@pytest.mark.parametrize("ending", [".", "?", "!", ",", ";", ":", "…"])
def test_each_ending_can_be_said(joe: Engine, ending: Ending) -> None:
    utterance = make_utterance("They left the island", ending)
    check_take(utterance, joe.say(utterance))


def test_a_question_is_not_said_as_a_statement(joe: Engine) -> None:
    asked = joe.say(make_utterance("They left the island", "?"))
    told = joe.say(make_utterance("They left the island", "."))
    assert not np.array_equal(asked.sound, told.sound)


def test_a_pronunciation_is_heard_instead_of_the_spelling(joe: Engine) -> None:
    spelled = joe.say(make_utterance("They met Haven there"))
    said = joe.say(make_utterance("They met Jae-in there", **{"Jae-in": "ˈheɪvən"}))
    assert np.array_equal(spelled.sound, said.sound)


def test_a_letter_a_in_an_initialism_is_no_article(joe: Engine) -> None:
    spelled = joe.say(make_utterance("The A_P said so"))
    said = joe.say(make_utterance("The eel said so", eel="ˌeɪpˈiː"))
    assert np.array_equal(spelled.sound, said.sound)


def test_speed_shortens_the_sound_and_is_in_the_signature(joe: Engine) -> None:
    quick = load_engine(replace(JOE, speed=2.0))
    utterance = make_utterance(SENTENCES[0])
    assert quick.say(utterance).seconds < 0.65 * joe.say(utterance).seconds
    assert quick.signature != joe.signature
    check_take(utterance, quick.say(utterance))


def test_the_same_voice_has_the_same_signature_under_another_path(
    joe: Engine, tmp_path: Path
) -> None:
    path = _copied(tmp_path)
    assert load_engine(replace(JOE, name="Jo", model=str(path))).signature == joe.signature


def test_another_configuration_has_another_signature(joe: Engine, tmp_path: Path) -> None:
    path = _copied(tmp_path, inference={"noise_scale": 0.5, "length_scale": 1, "noise_w": 0.8})
    assert load_engine(replace(JOE, model=str(path))).signature != joe.signature


def test_a_voice_that_is_not_there_is_named_with_what_belongs_to_it(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as refused:
        load_piper(replace(JOE, model=str(tmp_path / "none.onnx")))
    assert str(refused.value) == (
        f"voice Joe: cannot read {tmp_path}/none.onnx (No such file or directory);"
        " a Piper voice is two files, NAME.onnx and NAME.onnx.json beside it"
    )


def test_a_model_without_its_json_is_refused(tmp_path: Path) -> None:
    path = _copied(tmp_path)
    path.with_name(f"{path.name}.json").unlink()
    with pytest.raises(EngineError, match=r"cannot read .*/joe\.onnx\.json \(No such file"):
        load_piper(replace(JOE, model=str(path)))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"audio": None}, r"its \.json is not one of Piper's"),
        ({"phoneme_type": "text"}, r"it reads text, not eSpeak's phonemes"),
        ({"phoneme_type": "tea"}, r"its \.json is not one of Piper's"),
        ({"espeak": {"voice": "xx-none"}}, r"eSpeak NG has no voice 'xx-none'"),
    ],
)
def test_a_json_that_cannot_be_used_is_refused(
    tmp_path: Path, changes: dict[str, object], fault: str
) -> None:
    with pytest.raises(EngineError, match=fault):
        load_piper(replace(JOE, model=str(_copied(tmp_path, **changes))))


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    path = _copied(tmp_path)
    path.write_bytes(b"no model")
    with pytest.raises(EngineError, match=r"voice Joe: .*/joe\.onnx is no Piper voice .*ONNX"):
        load_piper(replace(JOE, model=str(path)))


@pytest.mark.parametrize("speaker", ["1", "ada", "-1"])
def test_a_speaker_that_the_model_lacks_is_refused(speaker: str) -> None:
    with pytest.raises(EngineError, match=f"it has no speaker '{speaker}'; write one of 0 to 0"):
        load_piper(replace(JOE, speaker=speaker))


def test_a_long_sentence_takes_no_more_memory_the_second_time(joe: Engine) -> None:
    long = make_utterance(" ".join(SENTENCES[:2] * 2).replace("…", ""))
    joe.say(long)
    first = _held_bytes()
    joe.say(long)
    assert _held_bytes() - first < 40_000_000


def _held_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def test_an_utterance_without_a_sound_is_refused(joe: Engine) -> None:
    with pytest.raises(EngineError, match="nothing in it can be said"):
        joe.say(make_utterance("'"))


def _copied(folder: Path, **changes: object) -> Path:
    """The packaged voice as `joe.onnx`, its configuration changed."""
    packaged = _packaged_voice()
    path = folder / "joe.onnx"
    shutil.copyfile(packaged, path)
    config = packaged.with_name(f"{packaged.name}.json").read_bytes()
    if changes:
        config = json.dumps({**json.loads(config), **changes}).encode()
    path.with_name("joe.onnx.json").write_bytes(config)
    return path
