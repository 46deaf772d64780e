"""A process that has a sentence said, to be killed over it."""

from __future__ import annotations

import sys
from pathlib import Path

from broadsheet.voice.booth import Booth
from tests.voice.speaking import humming_spec, utterances

if __name__ == "__main__":
    folder, text = sys.argv[1:]
    with Booth(humming_spec(Path(folder)), processes=1, patience_seconds=5.0) as booth:
        list(booth.say_all(utterances(text)))
