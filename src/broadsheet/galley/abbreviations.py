"""Words that are written with a period of their own, by what may follow them in a sentence."""

from __future__ import annotations

import re

# Before a name: they end no sentence.
TITLES = frozenset(
    """Mr Mrs Ms Mx Dr Prof Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Sen Rep Reps Sens Gov Lt-Gov
    Pres Rev Fr Hon Amb Atty Supt Det Insp Messrs Mmes St Ste Mt Ft Brig""".split()
)

# Before a number: they end a sentence only where something else follows.
NUMBERED = frozenset(
    """No Nos Art Arts Sec Fig Figs Vol Ch Pt p pp para paras ca c approx est Jan Feb Mar Apr Jun
    Jul Aug Sep Sept Oct Nov Dec""".split()
)

# Between two words: they end a sentence only before a word that begins one.
OTHERS = frozenset(
    """vs v cf viz al e.g i.e etc Inc Corp Co Cos Ltd Bros LLC PLC Jr Sr Esq Ave Blvd Rd Dept Univ
    Assn Bldg Gov't Int'l Nat'l dept govt min max avg Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb
    Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo hr hrs ft lb lbs oz sq cu mi""".split()
)

ABBREVIATIONS = TITLES | NUMBERED | OTHERS

# U.S., a.m., D.C., Ph.D., J.: single letters, each with its period.
INITIALISM = re.compile(r"(?:[^\W\d_]\.){2,}|(?:[^\W\d_]{1,2}\.)(?:[^\W\d_]\.)+|[^\W\d_]\.")


def has_own_period(written: str) -> bool:
    """Whether `written`, which ends in a period, would be written with it in mid-sentence too."""
    return INITIALISM.fullmatch(written) is not None or written[:-1] in ABBREVIATIONS
