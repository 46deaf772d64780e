"""The forecasters' chart of Storm Hedda: rain by radar, isobars, the islands in the way."""

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
    ramp,
    smooth,
)
from sample_photos.noise import Array, eroded, spectral
from sample_photos.terrain import normals

EYE = (560.0, 470.0)
PLACES = (
    ("TOLVIK", 1012, 640, 26),
    ("Haskerry", 1098, 300, 19),
    ("Penmarra", 1003, 938, 19),
    ("Skerrin", 677, 584, 17),
    ("Lake Sorn", 1168, 560, 15),
)


def draw() -> Array:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    land = _islands(y, x)
    light = _relief(land)
    turn, gap = _round(y, x)
    light = _rain(light, turn, gap, y, x)
    steep = np.maximum(np.hypot(*np.gradient(ndimage.gaussian_filter(land, 1))), 4e-3)
    coast = np.exp(-((land / steep / 1.3) ** 2))
    light = lay(light, plain("#f2f5ee", light.shape) * 0.7, coast * 0.75)
    light = _isobars(light, y, x)
    grid = np.maximum(
        smooth(1.0, 0.3, np.abs(np.mod(x - 60, 240) - 120)),
        smooth(1.0, 0.3, np.abs(np.mod(y - 30, 240) - 120)),
    )
    light = light + grid[..., None] * colour("#a9c4d4") * 0.035
    ink = _lettering()
    halo = ndimage.gaussian_filter(ink, 3)
    light = light * (1 - np.clip(halo * 0.9, 0, 0.7))[..., None]
    light = lay(light, plain("#f3f1e8", light.shape) * 0.9, ink)
    light += blurred(light, 16) * 0.10
    return develop(
        light, seed=17, exposure=1.15, contrast=1.1, saturation=0.95, grain=0.004, vignette=0.3
    )


def _islands(y: Array, x: Array) -> Array:
    rough = eroded(9, x / 190, y / 190, octaves=10, damping=0.3)
    bent = 60 * spectral(3, (HEIGHT, WIDTH), beta=2.6, largest=420)
    main = 1 - np.hypot((x - 1075 + bent) / 210, (y - 680 - bent) / 250)
    north = 1 - np.hypot((x - 1150 - bent) / 130, (y - 270 + 0.5 * bent) / 110)
    outer = np.full_like(x, -2)
    for cx, cy, size in (
        (690, 570, 34),
        (760, 640, 26),
        (640, 690, 20),
        (722, 742, 22),
        (735, 930, 24),
    ):
        outer = np.maximum(outer, 0.9 - np.hypot(x - cx + 0.25 * bent, y - cy - 0.2 * bent) / size)
    shape = np.maximum(np.maximum(main, north), outer * 0.8)
    return (shape * 0.75 + 0.42 * rough - 0.06).astype(np.float32)


def _relief(land: Array) -> Array:
    up, east, south = normals(ndimage.gaussian_filter(np.maximum(land, 0), 0.7) * 95)
    shade = np.clip(up * 0.55 - east * 0.6 - south * 0.5 + 0.35, 0.15, 1.4)
    ground = (
        ramp(land, (0, "#5b6350"), (0.25, "#6f7159"), (0.55, "#8d8570"), (0.9, "#c9c5bb"))
        * shade[..., None]
        * 0.55
    )
    floor = spectral(6, (HEIGHT, WIDTH), beta=2.6, largest=500)
    sea = (
        ramp(
            0.5 + 0.16 * floor + 0.5 * np.clip(land, -1, 0),
            (0, "#081420"),
            (0.5, "#0f2433"),
            (1, "#1b3c4d"),
        )
        * 0.62
    )
    shelf = np.exp(np.clip(land, -3, 0) / 0.10)[..., None]
    sea = sea + shelf * colour("#3f7f8c") * 0.22
    return lay(sea, ground, smooth(-0.004, 0.004, land))


def _round(y: Array, x: Array) -> tuple[Array, Array]:
    """Angle wound into a spiral, and distance, seen from the middle of the storm."""
    dy, dx = y - EYE[0], x - EYE[1]
    stir = spectral(12, (HEIGHT, WIDTH), beta=2.6, largest=200) * 22
    gap = np.hypot(dx * 0.92, dy * 1.08) + stir
    turn = np.arctan2(dy, dx) - 1.9 * np.log(np.maximum(gap, 6) / 100) + 0.10 * stir / 22
    return turn, np.maximum(gap, 1)


def _rain(light: Array, turn: Array, gap: Array, y: Array, x: Array) -> Array:
    fine = spectral(14, (HEIGHT, WIDTH), beta=2.0, largest=70)
    broad = spectral(15, (HEIGHT, WIDTH), beta=2.2, largest=220)
    arms = 0.62 * np.cos(2 * turn + 0.4) + 0.36 * np.cos(3 * turn - 0.8) + 0.28 * np.cos(5 * turn)
    reach = np.exp(-(((gap - 250) / 290) ** 2)) * smooth(26, 110, gap)
    front = (
        np.exp(-(((x - 820 - 0.36 * (y - 420) + 26 * broad) / 70) ** 2))
        * smooth(1020, 500, y)
        * smooth(-80, 320, y)
    )
    amount = (arms * 0.62 + 0.40 + 0.32 * broad + 0.26 * fine) * reach + front * (
        0.55 + 0.32 * fine
    )
    tint = ramp(
        amount,
        (0.2, "#2a5f8f"),
        (0.46, "#2f9aa0"),
        (0.72, "#6fbf73"),
        (0.98, "#e6cf62"),
        (1.2, "#e8893f"),
        (1.45, "#c8403c"),
        (1.8, "#8f2f6b"),
    )
    return lay(
        light, tint * 0.85, smooth(0.16, 0.42, amount) * (0.48 + 0.30 * smooth(0.4, 1, amount))
    )


def _isobars(light: Array, y: Array, x: Array) -> Array:
    swell = spectral(22, (HEIGHT, WIDTH), beta=3.4, largest=600)
    depth = 100 * np.log1p(np.hypot((x - EYE[1]) * 0.86, y - EYE[0]) / 60) + 9 * swell + 0.018 * x
    steep = np.hypot(*np.gradient(depth))
    level = np.mod(depth / 24, 1)
    line = smooth(1.35, 0.5, np.minimum(level, 1 - level) * 24 / np.maximum(steep, 1e-3))
    return lay(light, plain("#eef3f4", light.shape) * 0.8, line * 0.55)


def _lettering() -> Array:
    scale = 2
    sheet = Image.new("L", (WIDTH * scale, HEIGHT * scale))
    pen = ImageDraw.Draw(sheet)
    for name, x, y, size in PLACES:
        font = ImageFont.load_default(size * scale)
        pen.ellipse([(x - 4) * scale, (y - 4) * scale, (x + 4) * scale, (y + 4) * scale], fill=255)
        pen.text(((x + 12) * scale, (y - size * 0.62) * scale), name, fill=255, font=font)
    big = ImageFont.load_default(64 * scale)
    pen.text(((EYE[1] - 22) * scale, (EYE[0] - 40) * scale), "L", fill=255, font=big)
    small = ImageFont.load_default(21 * scale)
    pen.text(((EYE[1] - 20) * scale, (EYE[0] + 34) * scale), "958", fill=235, font=small)
    for text, x, y in (
        ("976", 728, 380),
        ("984", 836, 216),
        ("992", 1318, 380),
        ("1000", 1440, 620),
    ):
        pen.text((x * scale, y * scale), text, fill=210, font=ImageFont.load_default(16 * scale))
    return np.asarray(sheet.resize((WIDTH, HEIGHT), Image.Resampling.BOX), np.float32) / 255
