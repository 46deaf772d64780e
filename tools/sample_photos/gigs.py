"""Four gigs in the Martinmas race, from above."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from scipy import ndimage

from sample_photos.darkroom import (
    HEIGHT,
    WIDTH,
    Pen,
    colour,
    develop,
    glow,
    lay,
    mask,
    plain,
    ramp,
    smooth,
)
from sample_photos.noise import Array, Outline, spectral

GIGS = (
    (980.0, 300.0, "#b03a2e", 0.0),
    (820.0, 530.0, "#e6dfcc", 0.5),
    (700.0, 760.0, "#2f6f8f", 0.9),
    (360.0, 420.0, "#c99a3c", 0.2),
)
HEADING = -0.16
LONG = 150.0


def draw() -> Array:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    light = _water(y, x)
    for gig in GIGS:
        light = _wake(light, y, x, gig)
    for gig in GIGS:
        light = _gig(light, gig)
    light += glow(light, threshold=0.8, strength=0.25, radii=(4, 14))
    return develop(light, seed=19, exposure=1.15, contrast=1.12, saturation=0.95, vignette=0.4)


def _water(y: Array, x: Array) -> Array:
    swell = spectral(3, (HEIGHT, WIDTH), beta=3.2, largest=260, stretch=0.6)
    wave = spectral(4, (HEIGHT, WIDTH), beta=2.5, largest=70, stretch=0.8)
    chop = spectral(5, (HEIGHT, WIDTH), beta=2.6, largest=18)
    height = swell * 14 + wave * 3.2 + chop * 0.55
    slope_y, slope_x = np.gradient(height)
    facing = np.clip(0.5 - 0.30 * slope_x + 0.22 * slope_y, 0, 1.6)
    deep = spectral(6, (HEIGHT, WIDTH), beta=3.0, largest=900)
    body = ramp(
        0.5 + 0.14 * deep + (x / WIDTH - 0.5) * 0.3,
        (0, "#06141c"),
        (0.5, "#0e2c38"),
        (1, "#1d4c58"),
    )
    light = body * (0.55 + 0.7 * facing)[..., None]
    sky = smooth(0.75, 1.7, facing)
    light = light + sky[..., None] * colour("#b9c9cf") * 0.16
    toward = np.exp(-(((slope_x + 0.62) / 0.16) ** 2) - ((slope_y - 0.42) / 0.16) ** 2)
    where = np.exp(-(((x - 1250) / 520) ** 2) - ((y - 180) / 420) ** 2)
    return (
        light
        + (ndimage.gaussian_filter(toward, 0.8) * (0.12 + where))[..., None]
        * colour("#ffe3b0")
        * 1.7
    )


def _place(gig: tuple[float, float, str, float], along: float, aside: float) -> tuple[float, float]:
    """A place on the picture, from a place on the boat: `along` runs to the bow."""
    turn = HEADING + 0.02 * np.sin(gig[0])
    return (
        gig[0] + along * np.cos(turn) - aside * np.sin(turn),
        gig[1] + along * np.sin(turn) + aside * np.cos(turn),
    )


def _wake(light: Array, y: Array, x: Array, gig: tuple[float, float, str, float]) -> Array:
    turn = HEADING + 0.02 * np.sin(gig[0])
    along = (x - gig[0]) * np.cos(turn) + (y - gig[1]) * np.sin(turn)
    aside = -(x - gig[0]) * np.sin(turn) + (y - gig[1]) * np.cos(turn)
    behind = np.maximum(-along - LONG / 2, 0)
    churn = spectral(int(gig[0]), (HEIGHT, WIDTH), beta=1.7, largest=30)
    trail = np.exp(-((aside / (5 + behind * 0.02)) ** 2)) * np.exp(-behind / 260) * (behind > 0)
    white = trail * smooth(-0.4, 1.2, churn) * 0.7
    from_bow = np.maximum(LONG / 2 - along, 0)
    for side in (-1, 1):
        arm = np.abs(aside - side * (3 + from_bow * 0.20))
        white = white + np.exp(-((arm / (1.4 + from_bow * 0.012)) ** 2)) * np.exp(
            -from_bow / 330
        ) * 0.13 * (from_bow > 0)
    for stroke in range(5):
        fade = 0.9**stroke * (0.8 if stroke else 0.5)
        for seat in range(6):
            side = 1 if seat % 2 else -1
            at = (seat - 2.5) * 17 - 44 - gig[3] * 20 - stroke * 118
            px, py = _place(gig, at, side * (62 + stroke * 3))
            gap = np.hypot(x - px, y - py)
            ring = np.exp(-(((gap - 6 - stroke * 4) / 2.4) ** 2)) * smooth(-1.2, 0.8, churn)
            core = np.exp(-((gap / (5 + stroke)) ** 2)) * smooth(-0.2, 1.0, churn)
            white = white + (0.35 * ring + 0.6 * core) * fade * 0.6
    return lay(light, plain("#dfe9ea", light.shape) * 0.8, np.clip(white, 0, 0.9))


def _gig(light: Array, gig: tuple[float, float, str, float]) -> Array:
    def outline(points: Outline, shift: tuple[float, float] = (0, 0)) -> Array:
        def draw(pen: Pen, k: float) -> None:
            line = [_place(gig, a, b) for a, b in points]
            pen.polygon([((a + shift[0]) * k, (b + shift[1]) * k) for a, b in line], fill=255)

        return mask(draw, blur=0.45)

    def strokes(
        lines: Sequence[Outline], wide: float, shift: tuple[float, float] = (0, 0)
    ) -> Array:
        def draw(pen: Pen, k: float) -> None:
            for line in lines:
                spots = [_place(gig, a, b) for a, b in line]
                spots = [((a + shift[0]) * k, (b + shift[1]) * k) for a, b in spots]
                pen.line(spots, fill=255, width=max(1, round(wide * k)))

        return mask(draw, blur=0.4)

    reach = np.linspace(-1, 1, 41)
    half = 10.5 * (1 - np.abs(reach) ** 2.6)
    hull = [(r * LONG / 2, h) for r, h in zip(reach, half, strict=True)]
    hull += [(r * LONG / 2, -h) for r, h in zip(reach[::-1], half[::-1], strict=True)]
    inner = [(a * 0.93, b * 0.70) for a, b in hull]
    catch = 26 - 46 * gig[3]
    oars, blades = [], []
    for seat in range(6):
        side, at = (1 if seat % 2 else -1), (seat - 2.5) * 17
        oars.append([(at - 3, -side * 3), (at, side * 10), (at - 20 + catch, side * 64)])
        blades.append([(at - 17 + catch * 0.86, side * 56), (at - 20 + catch, side * 68)])
    light = light * (1 - 0.55 * ndimage.gaussian_filter(outline(hull, (-9, 12)), 3))[..., None]
    light = light * (1 - 0.35 * strokes(oars, 2.4, (-7, 9)))[..., None]
    light = lay(light, plain(gig[2], light.shape) * 0.95, outline(hull))
    light = lay(light, plain("#3a2a1c", light.shape) * 0.8, outline(inner))
    thwarts = [[((n - 2.5) * 17 + 6, -8), ((n - 2.5) * 17 + 6, 8)] for n in range(6)]
    light = lay(light, plain("#b58f5c", light.shape) * 0.8, strokes(thwarts, 3.4))
    light = lay(light, plain("#d8c39a", light.shape) * 0.95, strokes(oars, 1.9))
    light = lay(light, plain(gig[2], light.shape) * 1.1, strokes(blades, 4.2))
    for seat in range(6):
        light = _sitter(light, strokes, (seat - 2.5) * 17 + 4, 2.2 if seat % 2 else -2.2, catch)
    return _cox(light, strokes, catch)


def _sitter(
    light: Array, strokes: Callable[..., Array], at: float, side: float, catch: float
) -> Array:
    """A rower, who leans with the stroke: shirt, arms, head."""
    body = [[(at - 3, side - 0.1), (at + 4 - catch * 0.12, side)]]
    light = lay(light, plain("#e8e4da", light.shape) * 0.85, strokes(body, 9.5))
    arms = [[(at, side), (at - 9 + catch * 0.1, side * -1.2)]]
    light = lay(light, plain("#b98f70", light.shape) * 0.8, strokes(arms, 3))
    return _head(light, strokes, at, side, catch)


def _cox(light: Array, strokes: Callable[..., Array], catch: float) -> Array:
    body = [[(-67.0, -0.1), (-60 - catch * 0.12, 0.0)]]
    light = lay(light, plain("#d8622f", light.shape) * 0.85, strokes(body, 9.5))
    return _head(light, strokes, -64, 0, catch)


def _head(
    light: Array, strokes: Callable[..., Array], at: float, side: float, catch: float
) -> Array:
    head = [[(at + 2 - catch * 0.12, side - 0.4), (at + 2.1 - catch * 0.12, side + 0.4)]]
    return lay(light, plain("#4a3526", light.shape) * 0.8, strokes(head, 6.4))
