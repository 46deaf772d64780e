"""Shortened words and what they are short for, by where they stand."""

from __future__ import annotations

# Before a name.
TITLES = {
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
    "Rt": "Right",
}  # fmt: skip
# Before a number.
NUMBERED = {
    "min": "minimum", "max": "maximum",
    "No": "Number", "Nos": "Numbers", "no": "number", "nos": "numbers", "Art": "Article",
    "Arts": "Articles", "Sec": "Section", "Fig": "Figure", "Figs": "Figures", "Vol": "Volume",
    "vol": "volume", "Ch": "Chapter", "ch": "chapter", "Pt": "Part", "p": "page", "pp": "pages",
    "para": "paragraph", "paras": "paragraphs", "c": "circa", "ca": "circa", "Rte": "Route",
    "Hwy": "Highway", "Apt": "Apartment", "Ste": "Suite", "v": "version", "ver": "version",
    "approx": "approximately", "est": "estimated",
}  # fmt: skip
# Wherever they stand.
ALWAYS = {
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
DAYS = {"Mon": "Monday", "Wed": "Wednesday", "Fri": "Friday", "Sat": "Saturday", "Sun": "Sunday"}
STATES = {
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
# States whose short forms are words or names as well.
ALSO_WORDS = frozenset("Del Ill Ind La Mass Miss Mo Ore Pa Tex Wash Ark Va Kan Tenn Penn".split())
POSTAL = {
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
    "PhD": "P H D", "BSc": "B S C", "MSc": "M S C", "pH": "P H",
    "Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Dr": "Doctor", "Prof": "Professor",
    "Lt": "Lieutenant", "Sgt": "Sergeant", "Capt": "Captain", "Cmdr": "Commander", "Mt": "Mount",
    "vs": "versus", "etc": "et cetera", "Jr": "Junior", "Sr": "Senior", "Gov't": "Government",
    "Ltd": "Limited", "Inc": "Incorporated", "govt": "government", "Govt": "Government",
    "gov't": "government", "Int'l": "International", "Nat'l": "National",
}  # fmt: skip
# What the galley may not know to be short: the period behind it stands outside the word.
SHORT = frozenset([*DAYS, *TITLES, *NUMBERED, *ALWAYS, *STATES, *BARE]) - {"No", "no", "al", "min"}
PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}
