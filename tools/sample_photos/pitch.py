"""Gannet Park under its floodlights, from the roof of the Quay End."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from sample_photos.darkroom import (
    HEIGHT,
    WIDTH,
    Pen,
    colour,
    develop,
    glow,
    halved,
    lay,
    mask,
    plain,
    smooth,
)
from sample_photos.noise import Array, Outline, spectral
from sample_photos.terrain import at, lit, look

ROWS, COLUMNS = 1150, 1560
EYE, HEADING = (1330.0, 470.0, 400.0), 0.30
HORIZON, FOCAL = -75.0, 1175.0
TOP, LEFT, LONG, WIDE = 210, 250, 1050, 680


def draw() -> Array:
    heights, albedo = _ground()
    shade = np.zeros_like(albedo)
    for azimuth in (0.85, -0.85, 2.3, -2.3):
        shade = shade + lit(
            _standing(heights),
            albedo,
            azimuth=azimuth,
            elevation=0.62,
            sun=colour("#eef3ff") * 0.62,
            sky=colour("#20304a") * 0.05,
            reach=60,
        )
    rows, columns = np.mgrid[0:ROWS, 0:COLUMNS].astype(np.float32)
    field = smooth(
        40, -90, np.maximum(np.abs(columns - COLUMNS / 2) - LONG / 2, np.abs(rows - 550) - WIDE / 2)
    )
    patchy = 1 + 0.12 * spectral(8, (ROWS, COLUMNS), beta=2.8, largest=600)
    shade = shade * ((0.05 + 0.95 * field) * patchy)[..., None]
    seen = look(
        heights,
        eye=EYE,
        heading=HEADING,
        horizon=HORIZON * 2,
        focal=FOCAL * 2,
        width=WIDTH * 2,
        height=HEIGHT * 2,
        near=250,
        far=1900,
        steps=2400,
    )
    light = at(shade, seen)
    inside = (
        (seen.row > 2) & (seen.row < ROWS - 3) & (seen.column > 2) & (seen.column < COLUMNS - 3)
    )
    light = np.where(
        (inside & np.isfinite(seen.distance))[..., None], light, plain("#05070c", light.shape) * 0.4
    )
    picture = _figures(halved(light))
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    mist = spectral(61, (HEIGHT, WIDTH), beta=2.4, largest=420, stretch=2)
    for px, py, power in ((1480, -10, 1.0), (60, 10, 0.8)):
        gap = np.hypot(x - px, (y - py) * 1.1)
        haze = np.exp(-gap / 330) * (1 + 0.18 * mist)
        picture = picture + (haze * power * 0.30)[..., None] * colour("#dfe9ff")
    rain = ndimage.gaussian_filter(spectral(5, (HEIGHT, WIDTH), beta=0.3, largest=5), (9, 0.4))
    fall = smooth(2.2, 4.5, rain / rain.std()) * np.exp(-np.hypot(x - 1400, y) / 700)
    picture = picture + fall[..., None] * colour("#e6eeff") * 0.10
    picture += glow(picture, threshold=0.7, strength=0.25, radii=(6, 30, 90))
    return develop(picture, seed=14, exposure=1.15, contrast=1.14, saturation=0.9, vignette=0.35)


def _ground() -> tuple[Array, Array]:
    rows, columns = np.mgrid[0:ROWS, 0:COLUMNS].astype(np.float32)
    y, x = rows - TOP, columns - LEFT
    blades = spectral(2, (ROWS, COLUMNS), beta=0.9, largest=10)
    wear = spectral(3, (ROWS, COLUMNS), beta=2.0, largest=120)
    stripe = np.where(np.mod(np.floor(x / 52.5), 2) == 0, 1.0, 0.84)
    check = np.where(np.mod(np.floor(y / 56.7), 2) == 0, 1.03, 0.97)
    grass = plain("#4c6b3c", rows.shape) * (stripe * check * (1 + 0.07 * blades))[..., None]
    mouth = np.exp(-(((y - WIDE / 2) / 60) ** 2)) * (
        np.exp(-(((x - 20) / 45) ** 2)) + np.exp(-(((x - LONG + 20) / 45) ** 2))
    )
    grass = lay(grass, plain("#6b5a36", rows.shape), np.clip(mouth * (0.5 + 0.3 * wear), 0, 0.7))
    grass = lay(grass, plain("#e9efe8", rows.shape), _lines(y, x) * 0.92)
    heights = np.zeros((ROWS, COLUMNS), np.float32)
    albedo = np.array(grass, np.float32)
    beyond = np.maximum(np.abs(x - LONG / 2) - LONG / 2, np.abs(y - WIDE / 2) - WIDE / 2)
    track = (beyond > 26) & (beyond <= 46)
    albedo[track] = colour("#3a3f46")
    boards = (beyond > 46) & (beyond <= 50)
    heights[boards] = 9
    rng = np.random.default_rng(6)
    names = np.floor((x + y) / 74).astype(int) % 5
    for number, tint in enumerate(("#dfe3e6", "#1d4b7a", "#b5322e", "#e0c14a", "#23613f")):
        albedo[boards & (names == number)] = colour(tint)
    stand = beyond > 58
    step = np.floor((beyond - 58) / 8)
    heights = np.where(stand, 10 + step * 5.2, heights).astype(np.float32)
    seat_y, seat_x = (rows // 4).astype(int), (columns // 4).astype(int)
    picks = rng.integers(0, 12, (ROWS // 4 + 1, COLUMNS // 4 + 1))[seat_y, seat_x]
    coats = ("#14171d", "#1c2430", "#2a2a2e", "#10131a", "#3a2f2a", "#22384f", "#0f1c2c", "#4a4a4d")
    palette = np.array(
        [colour(text) for text in (*coats, "#b5a08a", "#c9b49c", "#1d4b7a", "#d8dde0")]
    )
    crowd = (
        palette[picks]
        * rng.uniform(0.5, 1.2, (ROWS // 4 + 1, COLUMNS // 4 + 1))[seat_y, seat_x][..., None]
    )
    gangway = (np.mod(x + 30, 190) < 9) & (np.abs(y - WIDE / 2) > WIDE / 2)
    gangway |= (np.mod(y + 30, 190) < 9) & (np.abs(x - LONG / 2) > LONG / 2)
    crowd = np.where(gangway[..., None], colour("#5b5f63"), crowd)
    albedo = np.where(stand[..., None], crowd * 1.1, albedo)
    heights = np.where(stand, heights + 3.0 * (picks % 3), heights)
    return heights.astype(np.float32), albedo.astype(np.float32)


def _lines(y: Array, x: Array) -> Array:
    """The markings of a pitch, 12 cm wide at ten cells a metre."""
    half = WIDE / 2

    def box(left: float, top: float, right: float, bottom: float) -> Array:
        gap = np.maximum(np.maximum(left - x, x - right), np.maximum(top - y, y - bottom))
        return smooth(1.5, 0.4, np.abs(gap))

    marks = box(0, 0, LONG, WIDE)
    marks = np.maximum(marks, smooth(1.5, 0.4, np.abs(x - LONG / 2)) * (y > 0) * (y < WIDE))
    marks = np.maximum(marks, smooth(1.5, 0.4, np.abs(np.hypot(x - LONG / 2, y - half) - 91.5)))
    for deep, wide in ((165, 201.6), (55, 91.6)):
        marks = np.maximum(marks, box(0, half - wide, deep, half + wide))
        marks = np.maximum(marks, box(LONG - deep, half - wide, LONG, half + wide))
    for spot in (110.0, LONG - 110.0):
        marks = np.maximum(marks, smooth(3.0, 2.0, np.hypot(x - spot, y - half)))
        arc = smooth(1.5, 0.4, np.abs(np.hypot(x - spot, y - half) - 91.5))
        marks = np.maximum(marks, arc * ((x > 165) & (x < LONG - 165)))
    return marks


def _people() -> list[tuple[float, float, str, str]]:
    """Where everybody stands, as row and column of the map, with shirt and shorts."""
    rng = np.random.default_rng(10)
    home = [
        (45, 340),
        (210, 200),
        (235, 330),
        (250, 470),
        (330, 130),
        (420, 270),
        (430, 400),
        (360, 560),
    ]
    home += [(640, 240), (655, 410), (742, 330)]
    away = [
        (1004, 345),
        (770, 190),
        (800, 290),
        (806, 390),
        (760, 520),
        (560, 180),
        (600, 330),
        (566, 470),
    ]
    away += [(470, 220), (395, 345), (300, 400)]
    people = [(spot, "#24508f", "#dfe3e6") for spot in home[1:]] + [(home[0], "#c99a26", "#2a2a2a")]
    people += [(spot, "#dcd8cc", "#7d2229") for spot in away[1:]] + [
        (away[0], "#3f8f66", "#22332a")
    ]
    people += [((528, 300), "#1b1b1d", "#1b1b1d"), ((505, -12), "#1b1b1d", "#1b1b1d")]
    return [
        (TOP + y + rng.normal(0, 6), LEFT + x + rng.normal(0, 6), shirt, shorts)
        for (x, y), shirt, shorts in people
    ]


def _standing(heights: Array) -> Array:
    """The ground with a post for each player, to throw the shadows."""
    rows, columns = np.mgrid[0:ROWS, 0:COLUMNS].astype(np.float32)
    found = heights.copy()
    for row, column, _, _ in _people():
        gap = np.hypot(columns - column, rows - row)
        found = np.maximum(found, np.where(gap < 2.2, 17.0, 0))
    return found


def _figures(picture: Array) -> Array:
    rng = np.random.default_rng(4)
    for row, column, shirt, shorts in sorted(_people()):
        down, across = EYE[0] - row, column - EYE[1]
        depth = down * np.cos(HEADING) + across * np.sin(HEADING)
        side = -down * np.sin(HEADING) + across * np.cos(HEADING)
        px, py = WIDTH / 2 + side / depth * FOCAL, HORIZON + EYE[2] / depth * FOCAL
        tall = 18.5 / depth * FOCAL * 0.93
        stride, way = rng.uniform(0.05, 0.26), rng.choice((-1, 1))
        lean = way * stride * 0.35

        def limb(points: Outline, wide: float) -> Array:
            def draw(pen: Pen, k: float) -> None:
                line = [((px + a * tall) * k, (py - b * tall) * k) for a, b in points]  # noqa: B023
                pen.line(line, fill=255, width=max(1, round(wide * tall * k)), joint="curve")  # noqa: B023

            return mask(draw, blur=0.35)

        legs = [[(lean * 0.4, 0.5), (stride, 0.27), (stride * 1.15, 0.02)]]
        legs.append(
            [(lean * 0.4, 0.5), (-stride * 0.5, 0.26), (-stride * 1.3, 0.05 + stride * 0.4)]
        )
        for leg in legs:
            picture = lay(picture, plain("#6d5140", picture.shape) * 0.75, limb(leg, 0.085))
            picture = lay(picture, plain(shirt, picture.shape) * 0.8, limb(leg[1:], 0.09))
        picture = lay(
            picture,
            plain(shorts, picture.shape) * 0.8,
            limb([(lean * 0.4, 0.55), (stride * 0.4, 0.40)], 0.2),
        )
        for way_out in (-1, 1):
            arm = [
                (lean, 0.78),
                (way_out * 0.15 + lean, 0.62),
                (way_out * 0.12 + stride * way_out * 0.4, 0.48),
            ]
            picture = lay(picture, plain(shirt, picture.shape) * 0.7, limb(arm, 0.07))
        picture = lay(
            picture,
            plain(shirt, picture.shape) * 0.85,
            limb([(lean, 0.80), (lean * 0.4, 0.53)], 0.2),
        )
        head = [(lean * 1.2 - 0.01, 0.905), (lean * 1.2 + 0.01, 0.935)]
        picture = lay(picture, plain("#5b4435", picture.shape) * 0.8, limb(head, 0.115))
    down, across = EYE[0] - TOP - 366, LEFT + 672 - EYE[1]
    depth = down * np.cos(HEADING) + across * np.sin(HEADING)
    side = -down * np.sin(HEADING) + across * np.cos(HEADING)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    gap = np.hypot(x - WIDTH / 2 - side / depth * FOCAL, y - HORIZON - (EYE[2] - 2) / depth * FOCAL)
    return lay(picture, plain("#f4f6f4", picture.shape), smooth(3.4, 2.2, gap))
