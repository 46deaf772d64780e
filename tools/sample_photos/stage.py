"""Act two of The Winter Pilot: a sail, a lamp behind it, the shadow of a ship's wheel."""

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
    lay,
    mask,
    plain,
    ramp,
    smooth,
)
from sample_photos.noise import Array, look_up, spectral

EDGE = 742
BACK = 650


def draw() -> Array:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    light = _back_wall(y, x)
    light = _boards(light, y, x)
    light = _sail(light, y, x)
    light = _chair(light)
    light = _curtains(light, y, x)
    light = light + _spot(y, x)
    light = _house(light, x)
    light = _closer(light)
    light += glow(light, threshold=0.8, strength=0.5, radii=(5, 24, 90))
    return develop(light, seed=16, exposure=1.2, contrast=1.1, saturation=0.95, vignette=0.4)


def _closer(light: Array) -> Array:
    """The part of the picture that holds the stage, at the picture's own size."""
    top, left, share = 36, 96, 0.86
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32) * share
    places = [y + top, x + left]
    return np.stack(
        [ndimage.map_coordinates(light[..., c], places, order=3) for c in range(3)], axis=-1
    )


def _back_wall(y: Array, x: Array) -> Array:
    rough = spectral(2, (HEIGHT, WIDTH), beta=1.6, largest=90)
    course = np.floor(y / 17)
    joint = np.maximum(
        smooth(0.40, 0.48, np.abs(np.mod(y / 17, 1) - 0.5)),
        smooth(0.46, 0.49, np.abs(np.mod(x / 46 + course * 0.5, 1) - 0.5)),
    )
    lit = 0.035 + 0.16 * np.exp(-(((x - 860) / 420) ** 2) - ((y - 470) / 300) ** 2)
    return plain("#5a5a6c", rough.shape) * (lit * (1 + 0.2 * rough) * (1 - 0.45 * joint))[..., None]


def _boards(light: Array, y: Array, x: Array) -> Array:
    below = np.clip((y - BACK) / (EDGE - BACK), 0.001, 1.2)
    across = (x - WIDTH / 2) / (0.72 + 0.36 * below)
    plank = np.floor(across / 34)
    pick = np.mod(np.sin(plank * 78.233) * 43758.5453, 1)
    wood = spectral(4, (1024, 1024), beta=1.6, largest=60, stretch=1)
    grain = look_up(wood, below * 160 + pick * 600, across * 3.2)
    seam = smooth(0.46, 0.5, np.abs(np.mod(across / 34, 1) - 0.5))
    tint = (
        plain("#6b4a33", x.shape)
        * ((0.7 + 0.5 * pick) * (1 + 0.12 * grain) * (1 - 0.6 * seam))[..., None]
    )
    pool = np.exp(-(((x - 1120) / 190) ** 4) - ((y - 712) / 34) ** 4)
    warm = np.exp(-(((x - 720) / 330) ** 2)) * np.exp(-(((y - BACK) / 60) ** 2))
    lit = tint * (
        pool[..., None] * colour("#fff0d0") * 2.6 + warm[..., None] * colour("#ffb060") * 0.9 + 0.03
    )
    front = (y > EDGE) & (y < EDGE + 26)
    lit = np.where(front[..., None], plain("#241a16", x.shape) * 0.12, lit)
    pit = np.where((y > EDGE + 26)[..., None], light * 0.05, light)
    return np.where(((y >= BACK) & (y <= EDGE + 26))[..., None], lit, pit)


def _sail(light: Array, y: Array, x: Array) -> Array:
    """Canvas lit from behind; on it, soft, a wheel with nobody at it."""

    def canvas(pen: Pen, k: float) -> None:
        line = [(430, 646), (452, 430), (500, 250), (566, 118), (610, 96)]
        line += [(700, 250), (806, 420), (900, 560), (942, 640), (800, 652), (620, 656)]
        pen.polygon([(a * k, b * k) for a, b in line], fill=255)

    def wheel(pen: Pen, k: float) -> None:
        cx, cy = 650.0, 470.0
        for radius, wide in ((112, 13), (84, 5), (26, 22)):
            box = [(cx - radius) * k, (cy - radius) * k, (cx + radius) * k, (cy + radius) * k]
            pen.ellipse(box, outline=255, width=round(wide * k))
        for spoke in range(8):
            turn = np.pi / 4 * spoke + 0.21
            tip = (cx + 148 * np.cos(turn), cy + 148 * np.sin(turn))
            pen.line([(cx * k, cy * k), (tip[0] * k, tip[1] * k)], fill=255, width=round(8 * k))
            grip = (cx + 122 * np.cos(turn), cy + 122 * np.sin(turn))
            pen.line(
                [(grip[0] * k, grip[1] * k), (tip[0] * k, tip[1] * k)],
                fill=255,
                width=round(12 * k),
            )
        post = [
            (cx - 34, 662),
            (cx - 22, 540),
            (cx - 14, 480),
            (cx + 14, 480),
            (cx + 22, 540),
            (cx + 34, 662),
        ]
        pen.polygon([(a * k, b * k) for a, b in post], fill=255)

    cover = mask(canvas, blur=0.8)
    weave = spectral(7, (HEIGHT, WIDTH), beta=1.1, largest=30)
    fold = spectral(8, (HEIGHT, WIDTH), beta=2.8, largest=300)
    lamp = np.exp(-(((x - 690) / 190) ** 2) - ((y - 520) / 170) ** 2)
    crease = np.sin((x * 0.8 + y * 0.35) / 37 + 1.4 * fold) * 0.10
    bright = (0.10 + 1.5 * lamp) * (1 + crease + 0.05 * weave + 0.10 * fold)
    for at in (516, 596, 676, 756, 836):
        seam = np.exp(-(((x - at - (y - 400) * 0.03) / 1.6) ** 2))
        bright = bright * (1 - 0.28 * seam)
    shadow = ndimage.gaussian_filter(mask(wheel), 4.5) * 0.9
    cloth = (
        ramp(bright, (0, "#2a1a10"), (0.5, "#c07a34"), (1, "#ffd08a"), (1.8, "#fff0cc"))
        * (0.35 + 0.8 * bright)[..., None]
    )
    cloth = cloth * (1 - shadow)[..., None] + shadow[..., None] * colour("#2a1408") * 0.12
    light = lay(light, np.maximum(cloth, 0), cover)

    def ropes(pen: Pen, k: float) -> None:
        pen.line([(608 * k, 98 * k), (560 * k, -10 * k)], fill=255, width=round(2.2 * k))
        pen.line([(938 * k, 640 * k), (1010 * k, 690 * k)], fill=255, width=round(2 * k))
        pen.line([(560 * k, 120 * k), (960 * k, 660 * k)], fill=255, width=round(4.5 * k))

    return lay(light, plain("#3a2614", light.shape) * 0.3, mask(ropes, blur=0.6))


def _chair(light: Array) -> Array:
    """An empty chair in the second spot."""

    def shape(pen: Pen, k: float) -> None:
        def bar(x0: float, y0: float, x1: float, y1: float, wide: float) -> None:
            pen.line([(x0 * k, y0 * k), (x1 * k, y1 * k)], fill=255, width=round(wide * k))

        bar(1092, 560, 1096, 706, 5)
        bar(1136, 562, 1136, 716, 5)
        bar(1062, 640, 1062, 716, 5)
        bar(1108, 642, 1110, 728, 5)
        pen.polygon(
            [(a * k, b * k) for a, b in ((1054, 640), (1094, 630), (1142, 636), (1112, 648))],
            fill=255,
        )
        for high in (568, 588, 608):
            bar(1092, high, 1136, high + 2, 6)
        bar(1062, 690, 1108, 698, 3)

    cover = mask(shape, blur=0.6)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    source = [
        np.clip(722 + (726 - y) * 3.4, 0, HEIGHT - 1),
        np.clip(x + (y - 720) * 2.2 + 6, 0, WIDTH - 1),
    ]
    shadow = ndimage.map_coordinates(cover, source, order=1) * (y > 700) * (y < EDGE)
    light = light * (1 - 0.75 * ndimage.gaussian_filter(shadow, 1.5))[..., None]
    rim = np.clip(cover - np.roll(cover, (2, -2), (0, 1)), 0, 1)
    light = lay(light, plain("#3a2416", light.shape) * 0.22, cover)
    return light + rim[..., None] * colour("#ffe6bc") * 0.30


def _curtains(light: Array, y: Array, x: Array) -> Array:
    sway = spectral(11, (HEIGHT, WIDTH), beta=3.2, largest=500)
    for left in (True, False):
        edge = (
            (212 + 26 * np.sin(y / 170) - 30 * smooth(300, 760, y))
            if left
            else (1420 - 24 * np.sin(y / 150) + 26 * smooth(300, 760, y))
        )
        inside = smooth(1.5, -1.5, (x - edge) if left else (edge - x)) * (y < EDGE + 22)
        depth = (edge - x) if left else (x - edge)
        wave = depth / (21 + 5 * np.sin(depth / 70)) + 0.35 * sway + 0.12 * np.sin(y / 240)
        fold = 0.5 + 0.5 * np.cos(wave * 2)
        fall = np.exp(-np.clip(depth, 0, None) / 190) * np.exp(-(((y - 560) / 380) ** 2))
        lit = 0.006 + 0.30 * fold**1.7 * fall
        velvet = plain("#8c1420", x.shape) * lit[..., None] * (1 + 0.5 * fold[..., None])
        light = lay(light, velvet, inside)
    hem = 74 + 15 * np.cos(x / 54) + 6 * np.cos(x / 21)
    swag = smooth(2, -2, y - hem)
    fold = 0.5 + 0.5 * np.cos(x / 13 + 1.2 * np.sin(x / 54))
    velvet = plain("#6e0f1a", x.shape) * (0.02 + 0.10 * fold * smooth(0, 80, y))[..., None]
    trim = np.exp(-(((y - hem + 5) / 3) ** 2))[..., None] * colour("#c99a4a") * 0.10
    return lay(light, velvet + trim, swag)


def _spot(y: Array, x: Array) -> Array:
    """The beam that falls on the chair, seen in the dust."""
    along = np.clip((y - 20) / 690, 0, 1.05)
    middle, wide = 1330 - 210 * along, 16 + 175 * along
    smoke = spectral(17, (HEIGHT, WIDTH), beta=2.2, largest=240, stretch=1.6)
    beam = np.exp(-((np.abs(x - middle) / wide) ** 4)) * (y < 726) * smooth(72, 130, y)
    return (
        (beam * (0.5 / (0.35 + along)) * np.clip(1 + 0.3 * smoke, 0, 2))[..., None]
        * colour("#ffe9c4")
        * 0.075
    )


def _house(light: Array, x: Array) -> Array:
    """The heads of two rows, out of focus, against the light of the stage."""
    rng = np.random.default_rng(27)
    for foot, size, blur, shine in ((905, 46, 4.0, 0.15), (1010, 74, 8.0, 0.10)):
        seats = np.arange(-40 + size, WIDTH + 90, size * 2.7)
        heads = [
            (
                s + rng.normal(0, size * 0.22),
                foot + rng.normal(0, size * 0.2),
                *rng.uniform(0.88, 1.1, 2),
            )
            for s in seats
            if rng.random() < 0.86
        ]
        cover, hair = _row(heads, size, blur), _row(heads, size, blur, only_heads=True)
        rim = np.clip(hair - np.roll(hair, (size // 9, size // 14), (0, 1)), 0, 1)
        near = np.exp(-(((x - 760) / 430) ** 2))
        light = lay(light, plain("#1a1216", light.shape) * 0.02, cover)
        light = light + (rim * near * shine)[..., None] * colour("#ffb870")
    return light


def _row(
    heads: list[tuple[float, ...]], size: float, blur: float, *, only_heads: bool = False
) -> Array:
    def shape(pen: Pen, k: float) -> None:
        for x, y, broad, tall in heads:
            half, high = size * 0.56 * broad, size * 0.76 * tall
            pen.ellipse([v * k for v in (x - half, y - 2 * high, x + half, y)], fill=255)
            if only_heads:
                continue
            neck, wide = size * 0.34, size * 1.25 * broad
            line = [
                (x - wide, y + size * 3),
                (x - wide, y + size * 0.62),
                (x - wide * 0.5, y + size * 0.2),
            ]
            line += [(x - neck, y - size * 0.3), (x + neck, y - size * 0.3)]
            line += [
                (x + wide * 0.5, y + size * 0.2),
                (x + wide, y + size * 0.62),
                (x + wide, y + size * 3),
            ]
            pen.polygon([(a * k, b * k) for a, b in line], fill=255)

    return mask(shape, blur=blur)
