"""English words of grammar, and the simple answers that some of them get."""

from __future__ import annotations

# Answered not at all: a dictionary explains them worse than the sentence does.
SILENT = frozenset(
    """everything something anything nothing everyone someone anyone everybody somebody anybody
    nobody such a an the this that these those i me my mine myself you your yours yourself he
    him his himself she her hers herself it its itself we us our ours ourselves they them
    their theirs themselves who whom whose which what and or but nor so if as of in on at to
    from by for with into onto is am are was were be been being do does did have has had can
    could will would shall should may might must not no yes n't 's 'd 'll 're 've 'm there
    here then than too very also just up down out off when where why how all any some each
    every both either neither one ones mr mrs ms dr""".split()
)

SIMPLE = {
    "about": "on the subject of; near in number",
    "above": "higher than; more than",
    "according": "as somebody or something says",
    "across": "from one side to the other; in every part of",
    "after": "later than",
    "against": "not for; in a fight or an argument with; touching",
    "along": "from one end towards the other; together with somebody",
    "alongside": "next to; together with",
    "although": "this is true, but something else is true too",
    "amid": "while something else is happening; in the middle of",
    "amidst": "while something else is happening; in the middle of",
    "among": "in a group of; one of",
    "amongst": "in a group of; one of",
    "around": "on every side of; about, near in number",
    "because": "for the reason that",
    "before": "earlier than; in front of",
    "behind": "at the back of; later or less far than",
    "below": "lower than; less than",
    "beneath": "under",
    "beside": "next to",
    "besides": "as well as; apart from",
    "between": "in the space or time that parts two things; shared by two",
    "beyond": "farther than; more than",
    "concerning": "about",
    "considering": "when one thinks of",
    "despite": "something happens even though another thing stands against it",
    "during": "in the time of",
    "except": "but not",
    "excluding": "without counting",
    "following": "after",
    "however": "but; in spite of that",
    "including": "with this as a part",
    "inside": "in",
    "lest": "so that something bad does not happen",
    "like": "in the same way as; such as",
    "near": "close to",
    "notwithstanding": "in spite of",
    "once": "as soon as; one time",
    "opposite": "on the other side, facing",
    "outside": "not in",
    "over": "above; more than; about, because of; during",
    "past": "later than; up to and farther than",
    "pending": "until something happens",
    "per": "for each",
    "plus": "and also; added to",
    "regarding": "about",
    "regardless": "no matter what happens",
    "since": "from that time until now; because",
    "though": "but; although",
    "through": "from one end to the other; by means of",
    "throughout": "in every part of; during the whole of",
    "till": "up to the time when",
    "toward": "in the direction of; in order to reach; near to",
    "towards": "in the direction of; in order to reach; near to",
    "under": "lower than; less than; ruled or led by; by a rule of",
    "unless": "if not; only if this does not happen",
    "unlike": "not in the same way as; different from",
    "until": "up to the time when",
    "upon": "on",
    "versus": "against",
    "via": "by way of; by means of",
    "whatever": "anything that; no matter what",
    "whereas": "but, when two different things are compared",
    "whether": "if one thing or the other is true",
    "whichever": "any one that; no matter which",
    "while": "during the time that; although",
    "whilst": "during the time that; although",
    "whoever": "any person who",
    "within": "inside; before the end of",
    "without": "not having; not doing",
    "yet": "until now; but",
}  # fmt: skip
