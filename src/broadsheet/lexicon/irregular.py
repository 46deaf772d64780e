"""Irregular English forms, for dictionaries that come without their own list."""

from __future__ import annotations

from broadsheet.lexicon.volume import Part

# base past participle; one form where both are the same.
_VERBS = """
    arise arose arisen| awake awoke awoken| bear bore borne| beat beat beaten|
    become became become| begin began begun| bend bent| bet bet| bid bid| bind bound|
    bite bit bitten| bleed bled| blow blew blown| break broke broken| breed bred|
    bring brought| broadcast broadcast| build built| burn burnt| burst burst| buy bought|
    cast cast| catch caught| choose chose chosen| cling clung| come came come| cost cost|
    creep crept| cut cut| deal dealt| dig dug| do did done| draw drew drawn| dream dreamt|
    drink drank drunk| drive drove driven| eat ate eaten| fall fell fallen| feed fed|
    feel felt| fight fought| find found| flee fled| fling flung| fly flew flown|
    forbid forbade forbidden| forecast forecast| foresee foresaw foreseen|
    forget forgot forgotten| forgive forgave forgiven| freeze froze frozen| get got gotten|
    give gave given| go went gone| grind ground| grow grew grown| hang hung| have had|
    hear heard| hide hid hidden| hit hit| hold held| hurt hurt| keep kept| kneel knelt|
    know knew known| lay laid| lead led| lean leant| leap leapt| learn learnt| leave left|
    lend lent| let let| lie lay lain| light lit| lose lost| make made| mean meant| meet met|
    mislead misled| mistake mistook mistaken| mow mowed mown| outdo outdid outdone|
    overcome overcame overcome| overhear overheard| oversee oversaw overseen|
    overtake overtook overtaken| overthrow overthrew overthrown| pay paid|
    prove proved proven| put put| quit quit| read read| rebuild rebuilt| redo redid redone|
    rend rent| repay repaid| rewrite rewrote rewritten| rid rid| ride rode ridden|
    ring rang rung| rise rose risen| run ran run| saw sawed sawn| say said| see saw seen|
    seek sought| sell sold| send sent| set set| sew sewed sewn| shake shook shaken| shed shed|
    shine shone| shoot shot| show showed shown| shrink shrank shrunk| shut shut|
    sing sang sung| sink sank sunk| sit sat| slay slew slain| sleep slept| slide slid|
    sling slung| slit slit| smell smelt| sow sowed sown| speak spoke spoken| speed sped|
    spell spelt| spend spent| spill spilt| spin spun| spit spat| split split| spoil spoilt|
    spread spread| spring sprang sprung| stand stood| steal stole stolen| stick stuck|
    sting stung| stink stank stunk| stride strode| strike struck| string strung|
    strive strove striven| swear swore sworn| sweep swept| swell swelled swollen|
    swim swam swum| swing swung| take took taken| teach taught| tear tore torn| tell told|
    think thought| throw threw thrown| thrust thrust| tread trod trodden|
    undergo underwent undergone| understand understood| undertake undertook undertaken|
    undo undid undone| uphold upheld| upset upset| wake woke woken| wear wore worn|
    weave wove woven| weep wept| win won| wind wound| withdraw withdrew withdrawn|
    withhold withheld| withstand withstood| wring wrung| write wrote written
"""
_NOUNS = """
    man men| woman women| child children| foot feet| tooth teeth| goose geese| mouse mice|
    louse lice| ox oxen| person people| die dice| penny pence| knife knives| life lives|
    wife wives| leaf leaves| thief thieves| half halves| self selves| shelf shelves|
    calf calves| loaf loaves| wolf wolves| scarf scarves| hoof hooves| elf elves|
    crisis crises| analysis analyses| basis bases| thesis theses| hypothesis hypotheses|
    diagnosis diagnoses| oasis oases| axis axes| emphasis emphases| synthesis syntheses|
    parenthesis parentheses| criterion criteria| phenomenon phenomena| datum data|
    medium media| bacterium bacteria| memorandum memoranda| referendum referenda|
    curriculum curricula| stratum strata| stimulus stimuli| nucleus nuclei| alumnus alumni|
    fungus fungi| cactus cacti| index indices| matrix matrices| vertex vertices|
    appendix appendices| larva larvae| alga algae| formula formulae| spokesman spokesmen|
    spokeswoman spokeswomen| fisherman fishermen| policeman policemen|
    congressman congressmen| passer-by passers-by| attorney-general attorneys-general|
    mother-in-law mothers-in-law
"""
_ADJECTIVES = (
    "good better best|bad worse worst|far farther farthest|far further furthest|ill worse worst"
)
_ADVERBS = (
    "well better best|badly worse worst|far farther farthest|far further furthest|much more most"
)
_TO_BE = {
    "am": "VBP",
    "is": "VBZ",
    "are": "VBP",
    "was": "VBD",
    "were": "VBD",
    "been": "VBN",
    "being": "VBG",
}


def _by_form(listed: str, tags: tuple[str, str]) -> dict[str, dict[str, str]]:
    forms: dict[str, dict[str, str]] = {}
    for row in listed.replace("\n", "").split("|"):
        base, first, *second = row.split()
        for form, tag in zip((first, *(second or [first])), tags, strict=True):
            forms.setdefault(form, {}).setdefault(base, tag)
    return forms


# part → form → base → tag
IRREGULAR: dict[Part, dict[str, dict[str, str]]] = {
    "verb": {
        **_by_form(_VERBS, ("VBD", "VBN")),
        **{form: {"be": tag} for form, tag in _TO_BE.items()},
        "has": {"have": "VBZ"},
        "does": {"do": "VBZ"},
        "goes": {"go": "VBZ"},
    },
    "noun": _by_form(_NOUNS, ("NNS", "NNS")),
    "adjective": _by_form(_ADJECTIVES, ("JJR", "JJS")),
    "adverb": _by_form(_ADVERBS, ("RBR", "RBS")),
}
