"""BCP 47 → the three letters that ID3 knows a language by."""

from __future__ import annotations

_CODES = dict(
    pair.split(":")
    for pair in """ar:ara bg:bul bn:ben ca:cat cs:ces cy:cym da:dan de:deu el:ell en:eng es:spa
    et:est eu:eus fa:fas fi:fin fr:fra ga:gle gl:glg he:heb hi:hin hr:hrv hu:hun id:ind is:isl
    it:ita ja:jpn ka:kat kk:kaz ko:kor lb:ltz lt:lit lv:lav mn:mon ms:msa nb:nob ne:nep nl:nld
    nn:nno no:nor pl:pol pt:por ro:ron ru:rus sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa ta:tam
    te:tel th:tha tl:tgl tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho""".split()
)
_LETTERS = 3


def language_code(language: str) -> str:
    """ISO 639-2: `en-GB` is `eng`. "" where it is not known, and a file then goes without."""
    primary = language.split("-", maxsplit=1)[0].lower()
    return primary if len(primary) == _LETTERS else _CODES.get(primary, "")
