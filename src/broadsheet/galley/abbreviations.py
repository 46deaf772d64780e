"""Words that are written with a period of their own, by what may follow them in a sentence."""

from __future__ import annotations

import re

# Before a name or a word that is explained: they end no sentence. German, French and Spanish ones
# stand beside the English: names come with their titles.
NEVER_LAST = frozenset(
    """Mr Mrs Ms Mx Dr Drs Prof Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Sen Rep Reps Sens Gov Govs
    Pres Rev Fr Hon Amb Atty Supt Det Insp Messrs Mmes Brig Rt MM Mgr Hr Sra Srta Dra
    vs v cf viz e.g i.e a.k.a approx ca c incl bzw""".split()
)

# Before a number; before a capital letter they may be the last word, as in `The Minutes of Nov.`
MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split())
NUMBERED = frozenset(
    """No Nos no nos Nr Art Arts art Sec Fig Figs fig Vol vol Ch Pt p pp para paras est
    ext tel Tel Apt Rm""".split()
)

# Between two words: they end a sentence only before a word that begins one.
OTHERS = frozenset(
    """al Inc Corp Co Cos Ltd Bros LLC PLC Jr Sr Esq St Ste Mt Ft Ave Blvd Rd Dept Univ
    Assn Bldg Gov't Gov’t Int'l Int’l Nat'l Nat’l dept govt min max avg usw EE UU Regt Inf ret
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb
    Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo hr hrs ft lb lbs oz sq cu mi""".split()
)

ABBREVIATIONS = NEVER_LAST | MONTHS | NUMBERED | OTHERS | {"etc"}
# At the end of a sentence these are what they look like: `He said no.`
_ALSO_WORDS = frozenset(
    """No no Art art Arts Fig fig figs Sec Miss Mass Ill Ind Ore Wash Sun Sat Mon Wed Mar Jan Pt Fr
    La Pa Del Ala Ark Co al min max mi MM para paras ca est Mo Va Tex Cos Ch""".split()
)

# Nothing longer is one; it bounds how far anybody looks back from a period.
LONGEST_ABBREVIATION = 12

# U.S., a.m., D.C., Ph.D., J., J.-C.: letters of alphabets that have capitals, each with its period.
# A syllable of Hangul is a word.
_CASED = r"[A-Za-zÀ-ÖØ-öø-ʯͰ-ҁҊ-֏]"
INITIALISM = re.compile(rf"{_CASED}\.|(?:{_CASED}\.-?|[A-Z]{_CASED}\.-?)+{_CASED}{{1,2}}\.")
# 7:30p.m., pro-U.S., and no more: `plan-B.` has a letter at its end, not an initialism.
_INITIALISM_LAST = re.compile(rf"(?<!{_CASED})(?:{_CASED}\.){{2,}}$")


def has_own_period(written: str) -> bool:
    """Whether `written`, which ends in a period, would be written with it in mid-sentence too."""
    return (
        written[:-1] in ABBREVIATIONS
        or INITIALISM.fullmatch(written) is not None
        or _INITIALISM_LAST.search(written) is not None
    )


def is_also_a_word(written: str) -> bool:
    """Whether `written`, an abbreviation with its period, is a word or a letter without it."""
    return len(written) == 2 or written[:-1] in _ALSO_WORDS
