from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import c2pa
import numpy as np
import pytest
from cryptography.hazmat.primitives.serialization import PrivateFormat
from mutagen.id3 import ID3

from broadsheet.voice.sound.decoded import decoded
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.seal import Seal, read_seal, seal_mp3
from broadsheet.voice.sound.tag_mp3 import tag_mp3
from broadsheet.voice.take import Samples
from tests.voice.sound.making import make_programme, make_tags, speech
from tests.voice.sound.signing import DAY, Chain, make_chain, make_key

# The signing library has no other clock than the machine's.
NOW = dt.datetime.now(dt.UTC)


@pytest.fixture
def chain(tmp_path: Path) -> Chain:
    return make_chain(tmp_path, now=NOW)


@pytest.fixture
def seal(chain: Chain) -> Seal:
    return read_seal(chain.certificates, chain.key, now=NOW)


@pytest.fixture
def mp3(tmp_path: Path) -> Path:
    path = make_programme(tmp_path, speech(3, rate=24_000)).mp3
    tag_mp3(path, make_tags(), milliseconds=3000)
    return path


def credentials(path: Path, chain: Chain) -> c2pa.Reader:
    trust = {"trust": {"user_anchors": chain.authority.read_text()}}
    return c2pa.Reader(path, context=c2pa.Context(c2pa.Settings.from_dict(trust)))


def heard(path: Path) -> Samples:
    return np.concatenate([samples for samples, _ in decoded(path)])


def test_the_credentials_say_who_made_it_of_what(mp3: Path, seal: Seal, chain: Chain) -> None:
    seal_mp3(mp3, make_tags(), seal)
    with credentials(mp3, chain) as reader:
        manifest = reader.get_active_manifest()
        assert reader.get_validation_state() == "Trusted"
    assert manifest["title"] == "Council votes for “the pier” 😀"
    assert manifest["signature_info"]["issuer"] == "The Quayside Courier"
    (action,) = manifest["assertions"][0]["data"]["actions"]
    assert action["action"] == "c2pa.created"
    assert action["softwareAgent"]["name"] == "Broadsheet"
    assert action["digitalSourceType"].endswith("/trainedAlgorithmicMedia")
    assert "Harbour" in action["description"]


def test_the_credentials_of_a_persons_reading_say_that_it_was_recorded(
    mp3: Path, seal: Seal, chain: Chain
) -> None:
    tags = replace(make_tags(), voice="", reader="Ida Brandt")
    tag_mp3(mp3, tags, milliseconds=3000)
    seal_mp3(mp3, tags, seal)
    with credentials(mp3, chain) as reader:
        manifest = reader.get_active_manifest()
        assert reader.get_validation_state() == "Trusted"
    (action,) = manifest["assertions"][0]["data"]["actions"]
    assert action["digitalSourceType"].endswith("/digitalCapture")
    assert "Read by Ida Brandt." in action["description"]
    assert "softwareAgent" not in action
    assert b"trainedAlgorithmicMedia" not in mp3.read_bytes()


def test_a_sealed_file_keeps_its_tags_its_chapters_and_its_sound(mp3: Path, seal: Seal) -> None:
    tags, sound = ID3(mp3), heard(mp3)
    seal_mp3(mp3, make_tags(), seal)
    sealed = ID3(mp3)
    assert {name: repr(frame) for name, frame in tags.items()} == {
        name: repr(frame) for name, frame in sealed.items() if not name.startswith("GEOB")
    }
    assert sealed.getall("CHAP")
    assert np.array_equal(heard(mp3), sound)


def test_a_file_that_was_changed_after_is_found_out(mp3: Path, seal: Seal, chain: Chain) -> None:
    seal_mp3(mp3, make_tags(), seal)
    data = bytearray(mp3.read_bytes())
    data[-1000] ^= 1
    mp3.write_bytes(data)
    with credentials(mp3, chain) as reader:
        assert reader.get_validation_state() == "Invalid"


@pytest.mark.parametrize("kind", ["P-384", "RSA", "Ed25519"])
def test_keys_of_other_kinds_seal_too(tmp_path: Path, mp3: Path, kind: str) -> None:
    chain = make_chain(tmp_path, now=NOW, key=make_key(kind))
    seal_mp3(mp3, make_tags(), read_seal(chain.certificates, chain.key, now=NOW))
    with credentials(mp3, chain) as reader:
        assert reader.get_validation_state() == "Trusted"


def test_a_key_in_the_older_form_of_pem_seals_too(tmp_path: Path, mp3: Path) -> None:
    chain = make_chain(tmp_path, now=NOW, key_format=PrivateFormat.TraditionalOpenSSL)
    assert b"BEGIN EC PRIVATE KEY" in chain.key.read_bytes()
    seal_mp3(mp3, make_tags(), read_seal(chain.certificates, chain.key, now=NOW))
    with credentials(mp3, chain) as reader:
        assert reader.get_validation_state() == "Trusted"


def test_the_key_is_not_shown_in_messages(seal: Seal) -> None:
    assert b"PRIVATE KEY" in seal.key
    assert "PRIVATE" not in repr(seal)


def test_an_expired_certificate_is_said_in_one_sentence(tmp_path: Path) -> None:
    chain = make_chain(tmp_path, now=NOW, until=-DAY)
    with pytest.raises(
        SoundError, match=r"is good from [\d-]+ to [\d-]+ and now it is .*; renew it"
    ):
        read_seal(chain.certificates, chain.key, now=NOW)


def test_a_key_of_another_certificate_is_refused(tmp_path: Path, chain: Chain) -> None:
    (tmp_path / "other").mkdir()
    other = make_chain(tmp_path / "other", now=NOW)
    with pytest.raises(SoundError, match=r"key.pem does not belong to the first certificate"):
        read_seal(chain.certificates, other.key, now=NOW)


@pytest.mark.parametrize("content", [b"", b"-----BEGIN PRIVATE KEY-----\nnonsense\n"])
def test_what_is_no_key_is_refused(chain: Chain, content: bytes) -> None:
    chain.key.write_bytes(content)
    with pytest.raises(SoundError, match=r"key.pem holds no key that can be read"):
        read_seal(chain.certificates, chain.key, now=NOW)


def test_what_is_no_certificate_is_refused(chain: Chain) -> None:
    chain.certificates.write_bytes(b"nonsense")
    with pytest.raises(SoundError, match=r"chain.pem holds no certificate"):
        read_seal(chain.certificates, chain.key, now=NOW)


def test_a_missing_file_is_named(chain: Chain) -> None:
    chain.key.unlink()
    with pytest.raises(SoundError, match=re.escape(f"{chain.key} cannot be read (No such file")):
        read_seal(chain.certificates, chain.key, now=NOW)


def test_a_seal_that_does_not_hold_leaves_the_file_as_it_was(mp3: Path, seal: Seal) -> None:
    before = mp3.read_bytes()
    broken = Seal(seal.algorithm, b"nonsense", seal.key)
    with pytest.raises(
        SoundError, match=r"programme.mp3 cannot be signed \(.*\); look at the signing key"
    ):
        seal_mp3(mp3, make_tags(), broken)
    assert mp3.read_bytes() == before
    assert sorted(one.name for one in mp3.parent.glob("programme*")) == [
        "programme.mp3",
        "programme.opus",
    ]
