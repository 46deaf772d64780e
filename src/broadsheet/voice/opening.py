"""A script → the same with a line before it that stands in no report."""

from __future__ import annotations

from dataclasses import replace

from broadsheet.galley.compose import compose_text
from broadsheet.voice.script.write import write
from broadsheet.voice.utterance import Script, Utterance


def with_opening(script: Script, opening: str) -> Script:
    """Say `opening` first. Its words came from no galley, so that nothing is lit for them."""
    if not script.utterances:
        return script
    galley = compose_text((("headline", opening),), language=script.language)
    first = script.utterances[0]
    said = tuple(_from_nowhere(one, first) for one in write(galley).utterances)
    return replace(script, utterances=(*said, *script.utterances))


def _from_nowhere(utterance: Utterance, first: Utterance) -> Utterance:
    tokens = tuple(replace(token, words=()) for token in utterance.tokens)
    return replace(utterance, tokens=tokens, line=first.line, sentence=first.sentence)
