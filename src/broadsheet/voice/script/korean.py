"""Romanised Korean names → IPA, as an English newsreader says them.

Spellings are those of the press: Revised Romanization (Jeong, Seok-yeol), older habits (Jung,
Suk-yeol, Hyun, Young, Park) and what is left of McCune-Reischauer (Chong, Pak, Kye-gwan).
"""

from __future__ import annotations

import re
from functools import lru_cache

_ONSETS = {
    "kk": "k", "tt": "t", "pp": "p", "ss": "s", "jj": "dʒ", "ch": "tʃ", "sh": "ʃ",
    "g": "ɡ", "k": "k", "n": "n", "d": "d", "t": "t", "r": "ɹ", "l": "l", "m": "m", "b": "b",
    "p": "p", "s": "s", "j": "dʒ", "h": "h", "": "",
}  # fmt: skip
# Each vowel with nothing behind it in its syllable, and with a consonant.
_VOWELS = {
    "yeo": ("jʌ", "jʌ"), "yae": ("jeɪ", "jɛ"), "wae": ("weɪ", "wɛ"), "weo": ("wʌ", "wʌ"),
    "you": ("juː", "jʌ"), "yoo": ("juː", "juː"), "woo": ("wuː", "wuː"),
    "ae": ("eɪ", "ɛ"), "ai": ("aɪ", "ɛ"), "eo": ("ʌ", "ʌ"), "eu": ("uː", "ʊ"), "oe": ("weɪ", "wɛ"),
    "ui": ("iː", "iː"), "ee": ("iː", "iː"), "oo": ("uː", "uː"), "ou": ("oʊ", "ʌ"),
    "ya": ("jɑː", "jɑː"), "ye": ("jeɪ", "jɛ"), "yo": ("joʊ", "joʊ"), "yu": ("juː", "jʌ"),
    "yi": ("iː", "iː"), "wa": ("wɑː", "wɑː"), "we": ("weɪ", "wɛ"), "wi": ("wiː", "wɪ"),
    "wo": ("wʌ", "wʌ"), "wu": ("uː", "uː"), "a": ("ɑː", "ɑː"), "e": ("eɪ", "ɛ"), "i": ("iː", "ɪ"),
    "o": ("oʊ", "oʊ"), "u": ("uː", "ʌ"),
}  # fmt: skip
_CODAS = {
    "ng": "ŋ", "ck": "k", "n": "n", "m": "m", "k": "k", "g": "k", "l": "l", "r": "l", "p": "p",
    "b": "p", "t": "t", "d": "t", "h": "", "": "",
}  # fmt: skip
# Syllables that the press writes in its own way.
_WHOLE = {
    "un": "uːn", "jun": "dʒuːn", "kun": "kuːn", "gun": "ɡuːn", "mun": "muːn", "chun": "tʃuːn",
    "jong": "dʒɔːŋ", "chong": "tʃɔːŋ", "yong": "jɔːŋ", "song": "sɔːŋ", "hong": "hɔːŋ",
    "dong": "dɔːŋ", "tong": "tɔːŋ", "bong": "bɔːŋ", "kong": "kɔːŋ", "gong": "ɡɔːŋ",
    "joong": "dʒʊŋ", "choong": "tʃʊŋ", "woong": "wʊŋ", "ung": "ʊŋ", "eung": "ʊŋ", "seung": "sʊŋ",
    "heung": "hʊŋ", "deung": "dʊŋ", "keung": "kʊŋ", "yun": "juːn", "yuk": "jʊk", "guk": "ɡʊk",
    "kuk": "kʊk", "woon": "uːn", "sook": "sʊk", "kook": "kʊk", "wook": "wʊk", "uk": "ʊk",
    "hoi": "hɔɪ", "tae": "teɪ", "park": "pɑːɹk", "lee": "liː", "rhee": "ɹiː", "choi": "tʃɔɪ",
    "roh": "noʊ", "shim": "ʃɪm", "hyo": "hjoʊ", "kyo": "kjoʊ", "gyo": "ɡjoʊ", "hye": "hjeɪ",
    "gye": "ɡjeɪ", "kye": "kjeɪ", "ok": "oʊk", "ri": "ɹiː", "jin": "dʒɪn", "young": "jʌŋ",
    "huh": "hʌ",
    "ul": "uːl",
    "um": "ʊm",
    "buk": "bʊk",
    "puk": "pʊk",
    "muk": "mʊk",
    "gung": "ɡʊŋ",
    "pung": "pʊŋ",
    "bul": "buːl",
    "kum": "kuːm",
    "bun": "buːn",
    "hun": "huːn",
    "suh": "sʌ",
    "uh": "ʌ",
    "hui": "hiː",
    "wha": "wɑː",
    "ahn": "ɑːn", "uhm": "ʌm", "hahm": "hɑːm", "hah": "hɑː", "mahn": "mɑːn", "sohn": "soʊn",
    "phil": "pɪl", "eui": "iː", "yee": "iː", "yeul": "jʊl", "yeun": "jʌn", "yum": "jʌm",
    "seop": "sʌp", "sup": "sʌp", "hwi": "wiː", "ryeo": "ɹjʌ", "son": "sʌn", "wan": "wɑːn",
}  # fmt: skip

_RANKS = frozenset("ri dong gu gun si do myeon eup ro gil".split())
_ENGLISH_SYLLABLES = frozenset(
    """an ban bin bong chin do duck duk gang go gun ham han hi ho hong hung in jack ja long man
    me mi min mo moo moon no oh on pa pal park ran sa sam san sang she si sin so son song
    soon sun sung tae tan tin u um un wan we wi won woo ye you yes""".split()
)

SURNAMES = frozenset(
    """Ahn An Bae Baek Baik Bak Ban Bang Bong Byeon Byun Cha Chae Chang Cheon Cheong Chi Cho Choe
    Choi Chon Chong Choo Chu Chun Chung Do Doh Eom Eun Gang Geum Gil Go Gong Goo Gu Guk Gwak Gwon
    Ha Hahm Ham Han Heo Hong Huh Hur Hwang Hyeon Hyun Im In Jang Jeon Jeong Ji Jin Jo Joo
    Ju Jun Jung Kang Ki Kil Kim Ko Koh Kong Koo Ku Kuk Kwak Kwon Lee Lim Ma Maeng Min Mo Moon Mun
    Myeong Myung Na Nam No Noh Oh Ok Pae Paek Pai Paik Pak Park Pyo Pyun Ra Rah
    Rhee Ri Ro Roh Ryoo Ryu Sa Seo Seok Seol Seon Seong Seung Shim Shin Si Sim Sin So Sohn Son Song
    Suh Suk Sul Sun Sung Tak Tae U Uhm Um Wang Wi Won Woo Yang Ye Yeo Yeom Yeon Yi Yim Yo Yoo Yoon
    You Youn Yu Yuk Yum Yun""".split()
)
# Both halves of a given name are among these; together with the hyphen they make it Korean.
_GIVEN = frozenset(
    """a ae ah ahn an bae baek bak ban beom bin bo bok bom bong bum byeok byeol byeong byoung
    byul byung cha chae chan chang che cheol cheon chi chin cho chol choon chul chun chung
    da dae dam dan deok do doh dong doo du duk duck eok eon eop eui eul eum eun eung gab
    gang ge gee geol geon geum geun geuk gi gil go gon goo gook gu guk gul gun gung gwan
    gwang gye gyeom gyeong gyo gyu gyun ha hae hak ham han hang hee heon heum heung hi ho
    hong hoo hoon hun hwa hwan hwang hwi hyang hye hyeok hyeon hyeong hyo hyon hyong hyoung
    hyuk hui hyul hyun hyung ik il im in ja jae jang je jee jeen jeok jeom jeon jeong ji jik
    jin jo jong joo joon joong ju juk jun jung ka kab kap kang ki kil kon koo kook ku kuk
    kum kun kwan kwang kwon kye kyeong kyo kyong kyoo kyoung kyu kyun kyung lae lan lee lim
    lin ma mahn man me mee mi min mo mok moo moon mu mun myeong myong myoung myung na nae
    nam nan nim no nyeo ok on oh pa pal phil pil pyo pyong ra rae ram ran rang reum ri rim
    rin ro rok ryang ryeo ryeol ryeong ryol ryong ryu ryul ryun ryung sa sam san sang se seo
    seok seol seon seong seop seul seung shi shik shin sik sin so sok sol son song sook soo
    soon su suk sul sun sung sup tae taek taeg tak tek u ui uk ul um un wan wha wi wol won
    wong woo wook woon woong ya yang ye yee yeo yeol yeom yeon yeong yeop yeul yeun yi yo
    yol yon yong yoo yool yoon youl young yu yuk yul yun yung""".split()
)
# English words that are put together in the same way.
_ENGLISH = frozenset(
    "so-so no-no ho-ho ha-ha hi-ho in-in go-go an-an on-on moo-moo man-ho pa-pa".split()
)


@lru_cache(8192)
def given_name(written: str) -> str:
    """IPA of `Jong-un`, "" for what is no hyphenated Korean given name."""
    first, hyphen, second = written.partition("-")
    if not hyphen or not first[:1].isupper() or written.lower() in _ENGLISH:
        return ""
    if first.lower() not in _GIVEN or second.lower() not in _GIVEN or second.isupper():
        return ""
    return _both(first.lower(), second.lower())


@lru_cache(8192)
def joined_given_name(written: str) -> str:
    """IPA of `Jaemyung` behind a surname, "" for what is not two Korean syllables."""
    small = written.lower()
    if not written[:1].isupper() or not written[1:].islower():
        return ""
    cuts = [at for at in range(2, len(small) - 1) if small[:at] in _GIVEN and small[at:] in _GIVEN]
    if not cuts:
        return ""
    # Yu-na and not Yun-a; Hyun-gi and not Hyung-i: a syllable begins with a consonant if it can.
    best = min(cuts, key=lambda at: small[at] in "aeiou")
    return _both(small[:best], small[best:])


def is_given_syllable(written: str) -> bool:
    """Whether `Un` in `Kim Jong Un` may be half of a given name."""
    return written[:1].isupper() and written.lower() in _GIVEN


@lru_cache(1024)
def is_whole_given_name(written: str) -> bool:
    """Whether it may stand alone behind a surname: Han Kang, but not Kim In or Lee Sun."""
    return is_given_syllable(written) and written.lower() not in _ENGLISH_SYLLABLES


@lru_cache(1024)
def administered_place(written: str) -> str:
    """IPA of `Punggye-ri` and `Mapo-gu`, "" for what is no place with its rank behind it."""
    place, _, rank = written.rpartition("-")
    syllables = _parted(place.lower()) if rank in _RANKS and place[:1].isupper() else ()
    if not syllables:
        return ""
    first, *rest = syllables
    return _stressed(first) + "".join(syllable(one) for one in [*rest, rank])


@lru_cache(1024)
def surname(written: str) -> str:
    """IPA of `Yeom`, "" for what is no Korean surname."""
    return _stressed(written.lower()) if written in SURNAMES else ""


@lru_cache(1024)
def syllable_alone(written: str) -> str:
    """IPA of `Un` in `Kim Jong Un`."""
    return _stressed(written.lower())


@lru_cache(1024)
def syllable(small: str) -> str:
    """IPA of one romanised syllable in small letters, without stress; "" for what is none."""
    if small in _WHOLE:
        return _WHOLE[small]
    for onset in (small[:2], small[:1], ""):
        if onset not in _ONSETS or not small.startswith(onset):
            continue
        if rest := _rime(small[len(onset) :]):
            return _ONSETS[onset] + rest
    return ""


@lru_cache(1024)
def _parted(small: str) -> tuple[str, ...]:
    """A romanised word by its syllables, each with a consonant first if it can; () for none."""
    if not small:
        return ()
    cuts = [at for at in range(len(small), 0, -1) if _is_syllable(small[:at])]
    for at in sorted(cuts, key=lambda at: (small[at : at + 1] in set("aeiou"), -at)):
        rest = _parted(small[at:])
        if rest or at == len(small):
            return (small[:at], *rest)
    return ()


def _is_syllable(small: str) -> bool:
    return len(small) <= 6 and syllable(small) != ""


def _both(first: str, second: str) -> str:
    """Koreans stress neither; newsreaders lean on the second."""
    return _with_stress(syllable(first), "ˌ") + _stressed(second)


def _stressed(small: str) -> str:
    return _with_stress(syllable(small), "ˈ")


def _with_stress(ipa: str, mark: str) -> str:
    """Before the vowel, where espeak writes it."""
    return re.sub(r"(?=[aeiouæɑɔɛɪʊʌ])", mark, ipa, count=1)


def _rime(rest: str) -> str:
    for vowel, (is_open, is_closed) in _VOWELS.items():
        coda = rest[len(vowel) :]
        if rest.startswith(vowel) and coda in _CODAS:
            return (is_closed if _CODAS[coda] else is_open) + _CODAS[coda]
    return ""
