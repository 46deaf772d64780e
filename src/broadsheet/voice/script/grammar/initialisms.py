"""U.N., NATO, KOSPI, MPs, R&D: letters that are spelled, and those that are a word."""

from __future__ import annotations

import re

from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, Said
from broadsheet.voice.script.spelled import spelled

# Said as a word, and what could be one but is spelled.
_WORDS = frozenset(
    """NATO COP PAC NASA KOSPI KOSDAQ KONEX UNESCO UNICEF OPEC ASEAN APEC AIDS SARS MERS COVID FIFA
    UEFA NAFTA AUKUS THAAD START FEMA HAMAS ISIS DAESH NASDAQ AMEX FTSE DAX NIKKEI LASER
    RADAR SCUBA SWAT POTUS SCOTUS FLOTUS GITMO NORAD CENTCOM INDOPACOM PACOM KEPCO POSCO
    KAIST POSTECH KOGAS KOTRA KOICA KOMSA JAXA IKEA FIAT SAAB TOTO HYBE BAFTA EFTA SIPRI
    RAND NOAA OSHA MOMA NIMBY YOLO RAM ROM SIM PIN GIF JPEG WIMAX LIV CAPTCHA CERN SETI
    INTERPOL EUROPOL BRICS QUAD MAGA DOGE TIKTOK BATNA ICE DACA RICO GAAP HUD FICA TARP SALT
    NOTAM AWACS ATACMS HIMARS MANPADS SAM LIDAR SONAR UNRWA UNIFIL MINUSMA MONUSCO OPLAN SAT
    ACT TOEIC TOEFL DRAM NAND""".split()
)
_LETTERS = frozenset(
    """UN US UK EU AI IT PM AM TV UAE USA USSR IMF IOC IAEA ICAO UNHCR WTO WHO FBI CIA NSA KCNA KBS
    MBC SBS JTBC YTN BBC CNN NBC CBS ABC AFP AP ROK DPRK DMZ JSA NLL ICBM SLBM IRBM MRBM EEZ
    NGO GDP GNP CEO CFO COO CTO CPI PPI ECB BOK BOJ BOE FOMC FX ETF IPO SEC FTC DOJ EPA FAA
    FCC FDA CDC NIH NHS MP PhD LNG LPG EV PC CD DVD LED LCD OLED GPS USB URL HTTP IP DNA RNA
    HIV PCR MRI CT ICU ER OECD EFTPOS ADB AIIB FTA TPP CPTPP IPEF RCEP NPT CTBT UNSC UNGA
    UNC CFC JCS DAPA ADD KF NIS SPO CIO KFTC FSS FSC NPS PPP DP PPK SK LG KT GM BMW VW IBM
    HP AMD TSMC SMIC CATL BYD GE JP UBS HSBC NBA NFL MLB NHL KBO KFA LPGA PGA UFC MMA BTS
    EXO DJ MC VIP CV HR PR ATM DIY FAQ ID OK SUV LGBT LGBTQ ESG RE UAP UFO EIA IEA IRA IRGC
    IDF PLO PKK YPG SDF ISI PLA CCP KMT DPP LDP SPD CDU CSU AFD BJP ANC RSF IOM ILO ICC ICJ
    ECHR IPCC UNEP UNDP FAO WFP OPCW ESA NCAA YTD MBA GOP DNC RNC POW PTSD ADHD UPI ANSA
    KAI""".split()
)
# Words that writers shout and headlines hold; in a text of small letters no initialisms.
_SHORT_WORDS = frozenset(
    """A I AN AS AT BE BY DO GO HE IF IN IS ME MY NO OF ON OR SO TO UP WE ALL AND ANY ARE BIG
    BUT CAN DAY DID END FOR GET HAS HAD HER HIM HIS HOW ITS LET MAN MAY NEW NOT NOW OFF OLD
    ONE OUR OUT OWN PAY PUT SAY SEE SHE THE TOO TOP TWO USE WAR WAS WAY WHY WIN WON YES YET
    YOU BAN CUT DIE FIX HIT KEY LAW MET OIL RUN SET SIX TAX TEN VOW POP WHAT WILL GUN BAD
    SAD RED HOT""".split()
)
_DOTTED = re.compile(
    r"(?P<letters>(?:[^\W\d_]\.){2,12}[A-Z]?(?![\w]{2})|[A-Z](?:\.[A-Z]){1,12}|[A-Z]\.)(?P<of>['’]?s(?!\w))?"
)
_MIXED = re.compile(
    r"(?P<letters>[A-Z]{1,5}(?:&[A-Z]{1,3})+|[A-Z]{2,30}(?=(?:['’]?s)?(?![a-z])))(?P<of>['’]?s(?![A-Za-z]))?(?P<more>\+)?"
)
_PHD = re.compile(r"(?P<letters>PhD|MSc|BSc|TVs|iOS|GHz)(?P<of>['’]?s(?!\w))?(?!\w)")
_SINGLE = re.compile(r"(?P<letters>[A-Z])(?P<of>['’]?s)?(?![^\W\d_])")
_SYLLABLES = re.compile(
    r"(?:[^AEIOU]?[AEIOU]{1,2}[^AEIOU]?)+|[^AEIOU]{1,2}[AEIOU]{1,2}(?:[^AEIOU]{1,2}[AEIOU]{1,2})*[^AEIOU]{0,2}"
)
# What is told apart by letters.
_LETTERED = frozenset(
    """plan vitamin hepatitis influenza group series serie class grade type option team exit gate
    block section part point category division level zone model exhibit schedule league mr. ms.
    witness suspect company""".split()
)
_VOWEL = re.compile(r"[AEIOUY]")


def initialism(passage: Passage, at: int) -> Reading:
    """Capitals and dotted letters: spelled, or said as the word that they make."""
    found = _DOTTED.match(passage.text, at)
    if found and found["letters"].replace(".", "").isalpha():
        return [_spelled(found, found["letters"])]
    found = _PHD.match(passage.text, at) or _MIXED.match(passage.text, at)
    if found:
        return _capitals(passage, found)
    return _letter(passage, at)


def _capitals(passage: Passage, found: re.Match[str]) -> Reading:
    letters = found["letters"]
    start, end = found.start(), found.end("letters")
    if "&" in letters:
        return _joined(found)
    is_in_a_number = passage.text[start - 1 : start].isdigit()
    if (
        is_in_a_number
        or not letters.isupper()
        or not _is_word(letters, is_shouted=start < passage.capitals_until)
    ):
        said = [_spelled(found, letters)]
        if found.groupdict().get("more"):
            said.append(Said("plus", found.start("more"), found.end("more")))
        return said
    written = letters if letters in _WORDS else letters.lower()
    suffix = (found["of"] or "").replace("’", "'")
    word = _as_word(letters, written) + suffix
    return [Said(word, start, end + len(suffix))]


def _as_word(letters: str, written: str) -> str:
    """KOSPI is said as the word Kospi; NOW as now."""
    return letters.capitalize() if letters in _WORDS else written


def _is_word(letters: str, *, is_shouted: bool) -> bool:
    if letters in _WORDS:
        return True
    if letters in _LETTERS:
        return is_shouted and letters in {"IT", "WHO", "AM", "RE", "ADD"}
    if letters in _SHORT_WORDS:
        return True
    if not _VOWEL.search(letters):
        return False
    return (
        is_shouted
        or len(letters) >= 6
        or (len(letters) >= 4 and _SYLLABLES.fullmatch(letters) is not None)
    )


def _joined(found: re.Match[str]) -> Reading:
    """R&D → R and D."""
    said: Reading = []
    at = found.start()
    *firsts, last = found["letters"].split("&")
    for part in firsts:
        said += [spelled(part, at, at + len(part)), Said("and", at + len(part), at + len(part) + 1)]
        at += len(part) + 1
    ending = (found["of"] or "").replace("’", "'")
    return [
        *said,
        spelled(last, at, found.end("of") if ending else found.end("letters"), ending=ending),
    ]


def _spelled(found: re.Match[str], letters: str) -> Said:
    ending = (found["of"] or "").replace("’", "'")
    return spelled(
        letters,
        found.start(),
        found.end("of") if found["of"] else found.end("letters"),
        ending=ending,
    )


def _letter(passage: Passage, at: int) -> Reading:
    """One capital: the A of Plan A is named, that of `A man` is an article, and I is I."""
    found = _SINGLE.match(passage.text, at)
    if not found or passage.text[at] == "I":
        return []
    if passage.text[at] == "A" and not found["of"] and _is_article(passage, at):
        return []
    return [_spelled(found, found["letters"])]


def _is_article(passage: Passage, at: int) -> bool:
    """Headlines in Title Case write the article large: only Plan A and its like are named."""
    if passage.before(at).lower() in _LETTERED or passage.text[at - 1 : at] in {"-", "–"}:
        return False
    follows = passage.text[at + 1 : at + 2]
    return follows not in {"-", "–"} and not follows.isdigit() and not passage.is_last(at + 1)
