"""IPA as dictionaries write it → IPA as eSpeak writes it and its voices were trained on."""

from __future__ import annotations

import re
import unicodedata

from broadsheet.voice.engine import EngineError

_VOWELS = "aeiouyæøœɐɑɒɔɘəɚɛɜɝɞɤɨɪɯɵɶʉʊʌʏᵻ"

# What is written differently, or not at all: ligatures, ties, syllables, release, tenseness.
_NOTATION = str.maketrans(
    {
        "ʧ": "tʃ", "ʤ": "dʒ", "ʦ": "ts", "ʣ": "dz", "ʨ": "tɕ", "ʥ": "dʑ",
        "g": "ɡ", "ε": "ɛ", "ɝ": "ɜː", "ˑ": "ː", ":": "ː", "'": "ˈ", "ʹ": "ˈ", ",": "ˌ",
        "\u0361": "", "\u035c": "", ".": "", "‿": "", "-": "", "ʼ": "", "\u031a": "", "\u0348": "",
        "\u0325": "", "\u032c": "", "\u0324": "", "\u0330": "", "\u031e": "", "\u0308": "",
    }
)  # fmt: skip

# A voice that learned English alone has never heard these: the nearest that it has.
_NEAREST_ENGLISH = str.maketrans(
    {
        "y": "uː", "ʏ": "ʊ", "ø": "ɜː", "œ": "ɜː", "ɶ": "æ", "ɯ": "uː", "ɤ": "ʌ", "ɵ": "ə",
        "ɘ": "ə", "ɞ": "ɜː", "ɨ": "ᵻ", "ʉ": "uː", "ɒ": "ɑː",
        "r": "ɹ", "ʁ": "ɹ", "ʀ": "ɹ", "ɻ": "ɹ", "ɽ": "ɾ", "ɺ": "ɾ", "ɫ": "l", "ɭ": "l", "ʎ": "lj",
        "ɕ": "ʃ", "ʂ": "ʃ", "ʑ": "ʒ", "ʐ": "ʒ", "χ": "x", "ɣ": "ɡ", "ħ": "h", "ɦ": "h",
        "ɸ": "f", "β": "v", "ʋ": "v", "ʍ": "w", "ɰ": "w", "ɥ": "w", "ɲ": "nj", "ɳ": "n", "ɱ": "m",
        "ɴ": "ŋ", "ʈ": "t", "ɖ": "d", "c": "k", "q": "k", "ɟ": "dʒ", "ɢ": "ɡ",
        "ɓ": "b", "ɗ": "d", "ʄ": "dʒ", "ɠ": "ɡ", "ʛ": "ɡ", "ʙ": "b", "ⱱ": "v", "ɧ": "ʃ", "ʝ": "j",
        "ɮ": "l", "ʟ": "l", "ʜ": "h", "ʡ": "ʔ", "ʘ": "p", "ǀ": "t", "ǃ": "t", "ǁ": "k", "ǂ": "k",
        "ʕ": "", "ʢ": "", "ʰ": "", "ˤ": "", "ˠ": "", "ʷ": "w", "˞": "ɹ",
        "\u0327": "", "\u032a": "", "\u032f": "",
    }
)  # fmt: skip
_PLAIN_ENGLISH = (
    (re.compile("aː|a(?![ɪʊ])"), "ɑː"),
    (re.compile("oɪ"), "ɔɪ"),
    (re.compile("oː(?!ɹ)|o(?![ʊː])"), "oʊ"),
    (re.compile("eː"), "eɪ"),
    (re.compile("e(?!ɪ)"), "ɛ"),
    (re.compile("ː+"), "ː"),
)
_ENGLISH = frozenset("abdefhijklmnoprstuvwxzæðŋɐɑɔəɚɛɜɡɪɬɹɾʃʊʌʒʔʲˈˌːθᵻ\u0303\u0329 ")

_STRESS = re.compile(f"([ˈˌ])([^{_VOWELS}ˈˌ ]+)(?=[{_VOWELS}])")


def espeak_ipa(ipa: str, voice: str) -> str:
    """IPA of any hand as the eSpeak voice `voice` would write it, decomposed (NFD).

    Stress goes to its vowel (`ˈheɪ.vən` → `hˈeɪvən`). For an English voice sounds of other
    languages become the nearest that English has: `ɯ` → `uː`. Raises EngineError for what is no
    sound at all.
    """
    written = unicodedata.normalize("NFD", ipa.strip()).translate(_NOTATION)
    if voice.startswith("en"):
        # Decomposed, the sound of German `ich` is a c with a cedilla.
        written = written.replace("ʲ", "j").replace("c\u0327", "h").translate(_NEAREST_ENGLISH)
        for pattern, plain in _PLAIN_ENGLISH:
            written = pattern.sub(plain, written)
        if strange := sorted(set(written) - _ENGLISH):
            raise EngineError(
                f"the pronunciation /{ipa}/ has {strange[0]!r}, which is no sound that an English"
                " voice has; write it in IPA with the sounds of English"
            )
    return _STRESS.sub(r"\2\1", written)
