"""Draw the pictures of the sample newspaper into src/broadsheet/sample/photos.

Every picture is computed: noise, light, water, terrain. The seeds are fixed, so the same versions
of numpy, scipy and Pillow give the same files. These three are needed here only, not by Broadsheet:

    python3 -m venv /tmp/darkroom
    /tmp/darkroom/bin/pip install "numpy>=2" "scipy>=1.14" "pillow>=11"
    /tmp/darkroom/bin/python tools/draw_sample_photos.py                   # all; six minutes, 2 GB
    /tmp/darkroom/bin/python tools/draw_sample_photos.py ander-race.jpg    # only what is named
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sample_photos import (
    ander_race,
    black_ice,
    chamber,
    chart,
    cranes,
    ferry_rain,
    gigs,
    harbour,
    harrowfells,
    lake_sorn,
    mole_storm,
    pines,
    pitch,
    portraits,
    reading_room,
    rock_light,
    sea_map,
    skerrin,
    sorn_stars,
    stage,
)
from sample_photos.darkroom import save
from sample_photos.noise import Array

FOLDER = Path(__file__).resolve().parent.parent / "src" / "broadsheet" / "sample" / "photos"

PICTURES: dict[str, Callable[[], Array]] = {
    "ander-race.jpg": ander_race.draw,
    "assembly-chamber.jpg": chamber.draw,
    "dahl-chart.jpg": chart.draw,
    "gannet-park-floodlights.jpg": pitch.draw,
    "harrowfells-haze.jpg": harrowfells.draw,
    "haskerry-cranes.jpg": cranes.draw,
    "lake-sorn-black-ice.jpg": black_ice.draw,
    "lake-sorn-ice.jpg": lake_sorn.draw,
    "lake-sorn-pines.jpg": pines.draw,
    "lake-sorn-stars.jpg": sorn_stars.draw,
    "martinmas-gigs.jpg": gigs.draw,
    "national-library-reading-room.jpg": reading_room.draw,
    "north-mole-storm.jpg": mole_storm.draw,
    "saint-ruan-rain.jpg": ferry_rain.draw,
    "skerrin-dawn.jpg": skerrin.draw,
    "skerrin-rock-light.jpg": rock_light.draw,
    "storm-hedda-chart.jpg": sea_map.draw,
    "tolvik-harbour-dusk.jpg": harbour.draw,
    "winter-pilot-stage.jpg": stage.draw,
    **{f"portrait-{name}.jpg": partial(portraits.draw, name) for name in sorted(portraits.SITTERS)},
}


def main(names: list[str]) -> int:
    unknown = sorted(set(names) - set(PICTURES))
    if unknown:
        known = ", ".join(PICTURES)
        print(f"{unknown[0]}: there is no such picture; write one of: {known}", file=sys.stderr)
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in names or PICTURES:
        limit = 60 if name.startswith("portrait-") else 195
        size = save(PICTURES[name](), FOLDER / name, most_kilobytes=limit)
        print(f"{name}: {size / 1000:.0f} kB", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
