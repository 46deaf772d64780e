"""A process that has a sentence said twice at once, to be killed over it."""

from __future__ import annotations

import sys
from pathlib import Path

from broadsheet.voice.booth import Booth
from tests.voice.speaking import humming_spec, utterances

if __name__ == "__main__":
    folder, text = sys.argv[1:]
    with Booth(humming_spec(Path(folder)), processes=2, patience_seconds=1.0) as booth:
        list(booth.say_all(utterances(text, text)))
