"""Words in a byline → whether they are somebody's name, and how it is spelled in print."""

from __future__ import annotations

import re

from broadsheet.wire.furniture.languages import all_phrases, phrases

_TOKENS = 6
_PARTICLES = frozenset(
    phrases("""
        al; bin; bint; da; das; de; degli; dei; del; della; den; der; di; do; dos; du; e; el;
        ibn; la; le; lo; los; san; st; ten; ter; van; vom; von; y; zu; zur
    """)
)
_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.‐-](?=[^\W\d_]))*\.?")
_CJK_NAME = re.compile(
    "[가-힣]{2,5}|[가-힣] [가-힣]{2,3}|[一-鿿々]{2,6}"
    "|[一-鿿々ぁ-ヿ]{1,4}[ \u3000][一-鿿々ぁ-ヿ]{1,4}"
    "|[ァ-ヿ]+(?:[・＝][ァ-ヿ]+)+"
)
_NEVER = all_phrases("never_names")
# The surnames of nine Koreans in ten: after them the second half of a hyphenated given name is
# written small (Seo Ji-eun), which it is nowhere else (Anne-Marie).
_KOREAN_SURNAMES = frozenset(
    phrases("""
        ahn; an; bae; baek; bak; bang; byun; cha; chae; cho; choe; choi; chun; chung; do; eom;
        gang; gil; go; gong; gu; gwak; gwon; ha; ham; han; heo; hong; huh; hwang; hyun; im; in;
        jang; jeon; jeong; ji; jin; jo; joo; ju; jun; jung; kang; ki; kil; kim; ko; koh; kong;
        koo; kook; ku; kwak; kwon; lee; lim; ma; maeng; min; mo; moon; myung; na; nam; namgung;
        no; noh; oh; pae; paik; pak; park; pyo; rhee; ri; ro; roh; ryu; seo; seok; seol; seong;
        seung; shim; shin; sim; sin; so; sohn; son; song; suh; sun; sung; tak; uh; um; wang; wi;
        woo; yang; ye; yeo; yeom; yeon; yi; yim; yo; yoo; yoon; you; youn; yu; yun
    """)
)
_SHORT_FORM = 5  # AFP, DPA and the like keep their capitals


def is_name(text: str) -> bool:
    """One to six words, each with a capital or a particle between, none of them no name."""
    if _CJK_NAME.fullmatch(text):
        return text not in _NEVER
    tokens = text.split(" ")
    if len(tokens) > _TOKENS or tokens[-1].casefold() in _PARTICLES:
        return False
    return all(
        (_TOKEN.fullmatch(token) and _is_capital(token) and token.casefold() not in _NEVER)
        or (at > 0 and token in _PARTICLES)
        for at, token in enumerate(tokens)
    )


def _is_capital(token: str) -> bool:
    """Porter, and d'Arbois."""
    return token[0].isupper() or (token[1:2] in {"'", "’"} and token[2:3].isupper())


def in_title_case(name: str) -> str:
    """`SEO JI-EUN` → `Seo Ji-eun`; a name that is not in capitals stays as it is."""
    tokens = name.split(" ")
    if not name.isupper() or (len(tokens) == 1 and len(name) <= _SHORT_FORM):
        return name
    is_korean = len(tokens) == 2 and tokens[0].casefold() in _KOREAN_SURNAMES
    cased = [
        token.lower()
        if at and token.casefold() in _PARTICLES
        else _capitalised(token, is_korean=is_korean)
        for at, token in enumerate(tokens)
    ]
    return " ".join(cased)


def _capitalised(token: str, *, is_korean: bool) -> str:
    if is_korean:
        return token.capitalize()
    lowered = re.sub(
        r"(^|['’.‐-])([^\W\d_])", lambda match: match[1] + match[2].upper(), token.lower()
    )
    return re.sub(r"^Mc([a-z])", lambda match: "Mc" + match[1].upper(), lowered)
