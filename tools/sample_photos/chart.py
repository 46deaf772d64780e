"""Sheet 14, Approaches to Tolvik, under a lamp: soundings in pencil and ink, a pair of dividers."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage

from sample_photos.darkroom import (
    HEIGHT,
    WIDTH,
    blurred,
    colour,
    develop,
    lay,
    plain,
    smooth,
)
from sample_photos.noise import Array, eroded, spectral

TALL, WIDE = 2000, 2600


def draw() -> Array:
    sheet = _sheet()
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    # The eye stands low over the lower left corner of the sheet and looks up along it.
    tilt, focal = 0.86, 1500.0
    across, up = (x - WIDTH * 0.5) / focal, (y - HEIGHT * 0.5) / focal
    down = np.sin(tilt) * 1.0 + up * np.cos(tilt)
    away = np.cos(tilt) - up * np.sin(tilt)
    reach = 760 / np.maximum(down, 0.05)
    ahead, side = away * reach, across * reach
    turn = -0.20
    column = 1220 + side * np.cos(turn) - (ahead - 760) * np.sin(turn)
    row = 1150 + side * np.sin(turn) * -1 - (ahead - 760) * np.cos(turn)
    flat = [np.clip(row, 0, TALL - 1), np.clip(column, 0, WIDE - 1)]
    paper = np.stack([ndimage.map_coordinates(sheet[..., c], flat, order=1) for c in range(3)], -1)
    grain = spectral(31, (HEIGHT, WIDTH), beta=1.5, largest=70)
    table = plain("#4a2d1a", paper.shape) * (1 + 0.16 * grain)[..., None] * 0.6
    inside = smooth(
        0, 6, np.minimum(np.minimum(row, TALL - row), np.minimum(column, WIDE - column))
    )
    paper = lay(table, paper, inside)
    pool = np.exp(-((np.hypot(column - 1010, (row - 930) * 1.15) / 640) ** 2))
    spill = np.exp(-((np.hypot(column - 1010, row - 930) / 1300) ** 2))
    light = paper * (
        pool[..., None] * colour("#ffe3b8") * 1.28
        + spill[..., None] * colour("#ff9d52") * 0.16
        + 0.018
    )
    light = _dividers(light)
    soft = np.clip(np.abs(reach - 985) / 420, 0, 1)
    for radius, start in ((2.2, 0.22), (5.0, 0.5), (9.0, 0.8)):
        light = lay(light, blurred(light, radius), smooth(start - 0.2, start + 0.2, soft))
    light += blurred(np.maximum(light - 0.7, 0), 40) * 0.3
    return develop(light, seed=18, exposure=1.08, contrast=1.12, saturation=0.8, vignette=0.5)


def _sheet() -> Array:
    y, x = np.mgrid[0:TALL, 0:WIDE].astype(np.float32)
    broad = eroded(41, x / 620, y / 620, octaves=9, damping=0.5)
    shore = 0.9 * broad + (x - 1750 + 0.25 * (y - 900)) / 900
    bank = 0.55 * np.exp(-(((x - 820) / 190) ** 2) - ((y - 820) / 120) ** 2)
    holm = 1.05 * np.exp(-(((x - 640) / 70) ** 2) - ((y - 1230) / 56) ** 2)
    depth = ndimage.gaussian_filter(-(shore + bank + holm), 5) * 34
    stain = spectral(5, (TALL, WIDE), beta=2.6, largest=900)
    fibre = spectral(6, (TALL, WIDE), beta=1.0, largest=10)
    sheet = plain("#efe3c6", x.shape) * (1 + 0.035 * stain + 0.02 * fibre)[..., None]
    sheet = lay(
        sheet,
        plain("#b9d0cf", x.shape) * 0.95,
        smooth(10.4, 9.6, depth) * smooth(-0.3, 0.3, depth) * 0.65,
    )
    sheet = lay(sheet, plain("#d9c48d", x.shape) * 0.95, smooth(0.2, -0.2, depth) * 0.9)
    ink = np.zeros_like(x)
    steep = np.maximum(np.hypot(*np.gradient(depth)), 1e-4)
    for level, wide, dark in (
        (0, 2.4, 0.95),
        (2, 0.8, 0.6),
        (5, 1.0, 0.7),
        (10, 1.2, 0.75),
        (20, 1.0, 0.65),
        (30, 1.0, 0.6),
        (45, 0.9, 0.55),
    ):
        ink = np.maximum(ink, smooth(wide + 0.7, wide * 0.5, np.abs(depth - level) / steep) * dark)
    height = np.maximum(-depth, 0)
    for level in range(4, 60, 5):
        ink = np.maximum(
            ink, smooth(1.2, 0.5, np.abs(height - level) / steep) * 0.35 * (height > 0)
        )
    for place in range(160, WIDE, 420):
        ink = np.maximum(ink, smooth(1.3, 0.5, np.abs(x - place)) * 0.45)
    for place in range(190, TALL, 420):
        ink = np.maximum(ink, smooth(1.3, 0.5, np.abs(y - place)) * 0.45)
    edge = np.minimum(np.minimum(x, WIDE - x), np.minimum(y, TALL - y))
    ink = np.maximum(ink, smooth(2, 1, np.abs(edge - 46)) * 0.9)
    tick = (
        (np.mod(np.where(np.minimum(x, WIDE - x) < np.minimum(y, TALL - y), y, x), 84) < 42)
        & (edge > 46)
        & (edge < 60)
    )
    ink = np.maximum(ink, tick * 0.85)
    ink = np.maximum(ink, _figures(depth))
    sheet = lay(sheet, plain("#26302f", x.shape) * 0.8, np.clip(ink, 0, 1) * 0.9)
    return lay(sheet, plain("#a04a6e", x.shape) * 0.9, _rose() * 0.62).astype(np.float32)


def _figures(depth: Array) -> Array:
    """Soundings: metres in plain figures, tenths smaller and lower."""
    sheet = Image.new("L", (WIDE, TALL))
    pen = ImageDraw.Draw(sheet)
    rng = np.random.default_rng(14)
    whole, tenth = ImageFont.load_default(25), ImageFont.load_default(17)
    taken: list[tuple[float, float]] = []
    for _ in range(5200):
        x, y = rng.uniform(90, WIDE - 90), rng.uniform(90, TALL - 90)
        found = float(depth[int(y), int(x)])
        if found < 0.6 or any((x - a) ** 2 + (y - b) ** 2 < 62**2 for a, b in taken):
            continue
        taken.append((x, y))
        pen.text((x, y), f"{int(found)}", fill=230, font=whole)
        if found < 21:
            right = x + pen.textlength(f"{int(found)}", font=whole)
            pen.text((right + 1, y + 12), f"{int(found * 10) % 10}", fill=220, font=tenth)
    title = ImageFont.load_default(46)
    pen.text((1890, 1560), "APPROACHES TO TOLVIK", fill=235, font=title)
    pen.text(
        (1890, 1622), "Soundings in metres   1 : 25 000", fill=220, font=ImageFont.load_default(28)
    )
    pen.text((1890, 1664), "Surveyed 1963-71   K. Dahl", fill=220, font=ImageFont.load_default(28))
    return np.asarray(sheet, np.float32) / 255


def _rose() -> Array:
    y, x = np.mgrid[0:TALL, 0:WIDE].astype(np.float32)
    dy, dx = y - 620, x - 1330
    gap, turn = np.hypot(dy, dx), np.degrees(np.arctan2(dx, -dy))
    rings = np.zeros_like(x)
    for radius in (230.0, 222.0, 168.0, 162.0):
        rings = np.maximum(rings, smooth(1.8, 0.7, np.abs(gap - radius)))
    for step, low, high in (
        (1, 222, 230),
        (5, 212, 230),
        (10, 202, 230),
        (30, 190, 230),
        (5, 160, 168),
        (90, 30, 230),
    ):
        off = np.abs(np.mod(turn + step / 2, step) - step / 2) * np.pi / 180 * gap
        rings = np.maximum(rings, smooth(1.6, 0.6, off) * (gap > low) * (gap < high))
    return rings


def _dividers(light: Array) -> Array:
    """Brass dividers lying open on the sheet, and their shadow."""
    size = (WIDTH * 2, HEIGHT * 2)

    def legs(shift: tuple[float, float]) -> Array:
        image = Image.new("L", size)
        pen = ImageDraw.Draw(image)
        hinge = (1105 + shift[0], 318 + shift[1])
        for point, bend in (((664, 640), (960, 432)), ((812, 812), (1022, 470))):
            tip = (point[0] + shift[0] * 0.05, point[1] + shift[1] * 0.05)
            elbow = (bend[0] + shift[0] * 0.7, bend[1] + shift[1] * 0.7)
            along = np.array([elbow[0] - tip[0], elbow[1] - tip[1]], float)
            out = np.array([-along[1], along[0]]) / np.hypot(*along)
            line = [tip, tuple(np.array(elbow) + out * 7), tuple(np.array(hinge) + out * 12)]
            line += [tuple(np.array(hinge) - out * 12), tuple(np.array(elbow) - out * 7)]
            pen.polygon([(a * 2, b * 2) for a, b in line], fill=255)
        box = [(hinge[0] - 25) * 2, (hinge[1] - 20) * 2, (hinge[0] + 25) * 2, (hinge[1] + 20) * 2]
        pen.ellipse(box, fill=255)
        return np.asarray(image.resize((WIDTH, HEIGHT), Image.Resampling.BOX), np.float32) / 255

    shadow = ndimage.gaussian_filter(legs((24.0, 20.0)), 4)
    light = light * (1 - 0.62 * shadow)[..., None]
    shape = legs((0.0, 0.0))
    soft = ndimage.gaussian_filter(shape, 3.5)
    slope_y, slope_x = np.gradient(soft)
    shine = np.clip(0.5 - (slope_x * 0.9 + slope_y * 1.2) * 7, 0, 2.2)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    steel = smooth(930, 850, x)
    metal = lay(plain("#b98a3c", light.shape), plain("#9aa2a6", light.shape), steel)
    fall = np.exp(-((np.hypot(x - 820, y - 520) / 620) ** 2))
    metal = metal * (0.15 + shine**1.6 * 0.9)[..., None] * (0.25 + 0.9 * fall)[..., None]
    return lay(light, metal, shape)
