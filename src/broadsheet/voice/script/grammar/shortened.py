"""Sen., Nov., St., Dr., No. 3, vs., Calif., Inc.: shortened words in full, by their sense."""

from __future__ import annotations

import re

from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, spoken
from broadsheet.voice.script.spelled import spelled

# Before a name.
_TITLES = {
    "Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Mx": "Mix", "Messrs": "Messieurs",
    "Prof": "Professor", "Gen": "General", "Lt": "Lieutenant", "Col": "Colonel", "Maj": "Major",
    "Capt": "Captain", "Cmdr": "Commander", "Adm": "Admiral", "Sgt": "Sergeant",
    "Cpl": "Corporal", "Pvt": "Private", "Brig": "Brigadier", "Sen": "Senator", "Sens": "Senators",
    "Rep": "Representative", "Reps": "Representatives", "Gov": "Governor", "Govs": "Governors",
    "Lt-Gov": "Lieutenant Governor", "Pres": "President", "Rev": "Reverend", "Fr": "Father",
    "Hon": "Honorable", "Amb": "Ambassador", "Atty": "Attorney", "Supt": "Superintendent",
    "Det": "Detective", "Insp": "Inspector", "Mt": "Mount", "Ste": "Sainte", "Drs": "Doctors",
    "Asst": "Assistant", "Dir": "Director", "Sec": "Secretary", "Min": "Minister",
    "Cdr": "Commander", "Pfc": "Private First Class", "Spc": "Specialist", "Msgr": "Monsignor",
}  # fmt: skip
# Before a number.
_NUMBERED = {
    "No": "Number", "Nos": "Numbers", "no": "number", "nos": "numbers", "Art": "Article",
    "Arts": "Articles", "Sec": "Section", "Fig": "Figure", "Figs": "Figures", "Vol": "Volume",
    "vol": "volume", "Ch": "Chapter", "ch": "chapter", "Pt": "Part", "p": "page", "pp": "pages",
    "para": "paragraph", "paras": "paragraphs", "c": "circa", "ca": "circa", "Rte": "Route",
    "Hwy": "Highway", "Apt": "Apartment", "Ste": "Suite", "v": "version", "ver": "version",
    "approx": "approximately", "est": "estimated",
}  # fmt: skip
# Wherever they stand.
_ALWAYS = {
    "vs": "versus", "viz": "namely", "etc": "et cetera", "e.g": "for example", "i.e": "that is",
    "Inc": "Incorporated", "Corp": "Corporation", "Co": "Company", "Cos": "Companies",
    "Ltd": "Limited", "Bros": "Brothers", "Jr": "Junior", "Sr": "Senior", "Esq": "Esquire",
    "Ave": "Avenue", "Blvd": "Boulevard", "Rd": "Road", "Hwy": "Highway", "Rte": "Route",
    "Dept": "Department", "dept": "department", "Univ": "University", "Assn": "Association",
    "Bldg": "Building", "Gov't": "Government", "gov't": "government", "govt": "government",
    "Govt": "Government", "Int'l": "International", "Nat'l": "National", "Intl": "International",
    "Natl": "National", "approx": "approximately", "Tues": "Tuesday", "Tue": "Tuesday",
    "Thurs": "Thursday", "Thur": "Thursday", "Thu": "Thursday", "Sept": "September",
    "min": "minutes", "hrs": "hours", "hr": "hour", "lbs": "pounds", "Pkwy": "Parkway",
    "Sq": "Square", "Ln": "Lane", "cf": "compare", "al": "others", "a.k.a": "also known as",
    "Ph.D": "P H D", "oz": "ounces", "avg": "average",
}  # fmt: skip
# Words themselves, but for what stands around them: before a date they are a day of the week.
_DAYS = {"Mon": "Monday", "Wed": "Wednesday", "Fri": "Friday", "Sat": "Saturday", "Sun": "Sunday"}
_STATES = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California",
    "Colo": "Colorado", "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida",
    "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana", "Kan": "Kansas", "Ky": "Kentucky",
    "La": "Louisiana", "Md": "Maryland", "Mass": "Massachusetts", "Mich": "Michigan",
    "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana",
    "Neb": "Nebraska", "Nev": "Nevada", "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania",
    "Tenn": "Tennessee", "Tex": "Texas", "Va": "Virginia", "Vt": "Vermont", "Wash": "Washington",
    "Wis": "Wisconsin", "Wyo": "Wyoming", "N.H": "New Hampshire", "N.J": "New Jersey",
    "N.M": "New Mexico", "N.Y": "New York", "N.C": "North Carolina", "N.D": "North Dakota",
    "R.I": "Rhode Island", "S.C": "South Carolina", "S.D": "South Dakota", "W.Va": "West Virginia",
    "Ont": "Ontario", "Que": "Quebec",
}  # fmt: skip
_POSTAL = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
    "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts",
    "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana",
    "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey",
    "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah",
    "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
# Without a period, as the British write them.
BARE = {
    "Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Dr": "Doctor", "Prof": "Professor",
    "Lt": "Lieutenant", "Sgt": "Sergeant", "Capt": "Captain", "Cmdr": "Commander", "Mt": "Mount",
    "vs": "versus", "etc": "et cetera", "Jr": "Junior", "Sr": "Senior", "Gov't": "Government",
    "Ltd": "Limited", "Inc": "Incorporated", "govt": "government", "Govt": "Government",
    "gov't": "government", "Int'l": "International", "Nat'l": "National",
}  # fmt: skip
_PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}

_SHORT = re.compile(
    r"(?P<word>Ph\.D|(?:[A-Za-z]\.)+[A-Za-z]{1,3}|[A-Za-z]+(?:['’][a-z]+)?|Lt-Gov)(?P<period>\.)?(?P<of>['’]s)?(?!\w)"
)
_PARTY = re.compile(r"(?P<party>[DRI])-(?P<state>[A-Z][A-Za-z.]+)")
_NUMBER_NEXT = re.compile(r"\s?#?\d|\s(?:[IVX]+)\b")
_NAME_NEXT = re.compile(r"\s?[“\"']?[A-Z]")
_LEGAL = re.compile(r"\s[A-Z]")
_TIME_NEXT = re.compile(
    r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_STREETS = re.compile(r"(?:\d+(?:st|nd|rd|th)|[A-Z][\w'’.-]*)$")
_NO_STREET = frozenset(
    """The At In On Of And Near From To By With A An When As For Sen. Rep. Mr. But After Dr. Mrs. Ms.
    Prof. Rev. Gov. Said Then Since Before That Fort East West North South While If St.""".split()
)


def shortened(passage: Passage, at: int) -> Reading:
    """A shortened word in full, where its neighbours tell that it is one."""
    text = passage.text
    if found := _PARTY.match(text, at):
        return _party(found)
    found = _SHORT.match(text, at)
    if not found:
        return []
    word = found["word"].replace("’", "'")
    said = _with_period(passage, found, word) if found["period"] else _without(passage, found, word)
    if not said:
        return []
    if said.replace(" ", "").isupper():
        return [spelled(said, found.start(), found.end(), ending="'s" if found["of"] else "")]
    return spoken(said + ("'s" if found["of"] else ""), *found.span())


def _party(found: re.Match[str]) -> Reading:
    state = _STATES.get(found["state"].rstrip(".")) or _POSTAL.get(found["state"])
    if not state and found["state"].isalpha() and not found["state"].isupper():
        state = found["state"]
    if not state:
        return []
    said = spoken(f"{_PARTIES[found['party']]} of", *found.span("party"))
    return said + spoken(state, *found.span("state"))


def _with_period(passage: Passage, found: re.Match[str], word: str) -> str:
    text, start, end = passage.text, found.start(), found.end()
    if word in _NUMBERED and _NUMBER_NEXT.match(text, end):
        return _NUMBERED[word]
    if word in {"St", "Dr", "Ft"}:
        return _street(passage, word, start, end)
    if word == "Rep" and text.startswith(" of ", end):
        return "Republic"
    if word in _TITLES and _NAME_NEXT.match(text, end):
        return _TITLES[word]
    if word in _STATES:
        return _state(text, start, word)
    if word in _DAYS:
        return _DAYS[word] if re.match(r",|\s(?:[A-Z0-9]|at\b)", text[end : end + 4]) else ""
    if word == "v":
        return "versus" if _LEGAL.match(text, end) else ""
    if word == "al":
        return "and others" if passage.before(start).lower() != "et" else "al"
    return _ALWAYS.get(word, "")


def _without(passage: Passage, found: re.Match[str], word: str) -> str:
    text, start, end = passage.text, found.start(), found.end()
    if (
        word in _POSTAL
        and text[max(0, start - 2) : start] == ", "
        and passage.before(start)[:1].isupper()
    ):
        return _POSTAL[word]
    if word == "St" and _NAME_NEXT.match(text, end):
        return "Saint"
    if word == "v" and _LEGAL.match(text, end) and passage.before(start)[:1].isupper():
        return "versus"
    if word == "No" and re.match(r"\s\d+\b(?!%)", text[end : end + 8]):
        return "Number"
    return BARE.get(word, "")


def _street(passage: Passage, word: str, start: int, end: int) -> str:
    """Saint, Doctor and Fort before a name; Street and Drive behind one; feet behind a number."""
    before = passage.before(start)
    is_before_name = _NAME_NEXT.match(passage.text, end) is not None
    is_behind_name = (
        passage.text[start - 1 : start] == " "
        and passage.text[start - 2 : start - 1] not in {",", ";", ":", "-", "”", ")"}
        and _STREETS.fullmatch(before) is not None
        and before not in _NO_STREET
    )
    if is_behind_name and (not is_before_name or _TIME_NEXT.match(passage.text, end)):
        return {"St": "Street", "Dr": "Drive", "Ft": "Fort"}[word]
    if is_before_name:
        if word == "St" and is_behind_name and re.search(r"\d\s[^,]*$", passage.text[:start]):
            return "Street"
        return {"St": "Saint", "Dr": "Doctor", "Ft": "Fort"}[word]
    if word == "Ft":
        return "feet"
    return {"St": "Street", "Dr": "Doctor"}[word]


def _state(text: str, start: int, word: str) -> str:
    """After a town and its comma, or in brackets."""
    return (
        _STATES[word]
        if re.search(r"[A-Z][\w.'’-]*,\s$|\($", text[max(0, start - 24) : start])
        else ""
    )
