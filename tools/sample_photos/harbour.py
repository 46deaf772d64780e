"""Tolvik from the water at dusk: the old town on its hill, fog on the Sound, lamps on the quay."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw
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
from sample_photos.noise import Array, look_up, ridge_line, spectral
from sample_photos.water import reflect

HORIZON = 640
FINE = 3


def draw() -> Array:
    scene = _hills(_sky())
    town, cover, panes = _town(np.random.default_rng(7))
    scene = lay(scene, town, cover)
    scene = _fog(scene, seed=3, middle=HORIZON - 96, depth=40, cover=0.42)
    scene = scene + panes[..., None] * colour("#ffb465") * 2.7
    scene = _fog(scene, seed=5, middle=HORIZON - 22, depth=20, cover=0.30)
    scene = _quay(scene)
    scene += glow(scene, threshold=0.9, strength=0.75, radii=(2.5, 10, 36))
    picture = reflect(
        scene,
        horizon=HORIZON,
        seed=90,
        body=colour("#131c2c") * 0.6,
        roughness=0.010,
        waves=0.016,
        wave_size=0.8,
        eye=4,
        focal=1700,
        samples=24,
    )
    return develop(picture, seed=3, exposure=1.25, contrast=1.08, saturation=0.9)


def _sky() -> Array:
    y = np.linspace(0, HEIGHT / HORIZON, HEIGHT, dtype=np.float32)[:, None]
    x = np.linspace(0, 1, WIDTH, dtype=np.float32)[None, :]
    stops = ((0, "#22375a"), (0.4, "#4c6287"), (0.68, "#9a8b9a"), (0.86, "#e0a384"), (1, "#f2c08c"))
    west = np.exp(-((x - 0.24) ** 2) / 0.13)[..., None]
    sky = ramp(y + 0 * x, *stops) * (0.42 + 0.75 * west)
    high = spectral(12, (1024, 1024), beta=2.3, largest=260, stretch=3)
    fine = spectral(13, (1024, 1024), beta=1.9, largest=90, stretch=4)
    away = 1 / np.maximum(1.3 - y, 0.28)
    cloud = look_up(high, 420 * away + 60 * x, x * 500 + 400)
    cloud = cloud + 0.45 * look_up(fine, 900 * away + 130 * x, x * 900)
    under = ramp(y + 0 * x, (0, "#33415f"), (0.5, "#6d5c72"), (0.8, "#e07a5c"), (1, "#f0905f"))
    return lay(
        sky, under * (0.35 + 0.95 * west), smooth(0.0, 1.7, cloud) * smooth(1.05, 0.85, y) * 0.9
    )


def _hills(scene: Array) -> Array:
    rows = np.arange(HEIGHT, dtype=np.float32)[:, None]
    for seed, level, rise, tint, strength in (
        (4, 196, 30, "#8d8598", 0.60),
        (9, 150, 24, "#6a708c", 0.44),
        (15, 116, 17, "#525d79", 0.36),
    ):
        top = HORIZON - level - rise * ridge_line(seed, WIDTH, largest=420, beta=1.5)
        cover = np.clip(rows - top[None, :] + 0.5, 0, 1)
        scene = lay(scene, plain(tint, scene.shape) * strength, cover * 0.92)
        scene = _fog(scene, seed=seed, middle=HORIZON - level + 62, depth=36, cover=0.4)
    return scene


def _town(rng: np.random.Generator) -> tuple[Array, Array, Array]:
    """Houses from the top of the hill down to the quay: their light, cover and lit windows."""
    size = (WIDTH * FINE, HEIGHT * FINE)
    walls, shape, lit = Image.new("RGB", size), Image.new("L", size), Image.new("L", size)
    pens = [ImageDraw.Draw(image) for image in (walls, shape, lit)]
    hill = 62 + 26 * ridge_line(27, WIDTH, largest=600)
    hill = hill + 92 * np.exp(-(((np.arange(WIDTH) - 985) / 250) ** 2))
    haze = np.array([128, 112, 128])
    ground = [(x, HORIZON - 4 - hill[x] * 0.97) for x in range(WIDTH)]
    slope = [(a * FINE, b * FINE) for a, b in [*ground, (WIDTH, HORIZON), (0, HORIZON)]]
    pens[0].polygon(slope, fill=(70, 66, 84))
    pens[1].polygon(slope, fill=255)
    church = False
    houses = [(up, x) for up in np.linspace(1, 0, 17) for x in rng.uniform(-20, WIDTH + 20, 120)]
    houses += [(0.0, x) for x in np.arange(-20, WIDTH + 20, 23)]
    for up, x in houses:
        foot = HORIZON - 8 - up * hill[int(np.clip(x, 0, WIDTH - 1))] + rng.uniform(-3, 3)
        scale = 1 - 0.5 * up
        wide, high = rng.uniform(15, 32) * scale, rng.uniform(17, 36) * scale
        if up == 0:
            foot, high = HORIZON - 8, rng.uniform(30, 56)
        far = 0.10 + 0.40 * up
        base = np.array([58, 58, 76]) * rng.uniform(0.72, 1.35) + rng.uniform(-7, 9, 3)
        wall = base * (1 - far) + haze * far
        roof = wall * rng.uniform(0.62, 0.85)
        _house(pens, x, foot, wide, high, wall, roof, rng, lamps=0.24 if up else 0.36)
        if up < 0.8 and not church:
            _church(pens, 1010, HORIZON - 8 - 0.82 * hill[1010], base * 0.5 + haze * 0.36)
            church = True
    light = np.asarray(walls.resize((WIDTH, HEIGHT), Image.Resampling.BOX), np.float32) / 255
    cover = np.asarray(shape.resize((WIDTH, HEIGHT), Image.Resampling.BOX), np.float32) / 255
    panes = np.asarray(lit.resize((WIDTH, HEIGHT), Image.Resampling.BOX), np.float32) / 255
    x = np.linspace(0, 1, WIDTH, dtype=np.float32)
    west = 0.72 + 0.4 * np.exp(-((x - 0.24) ** 2) / 0.13)
    light = (light / np.maximum(cover, 0.02)[..., None]) ** 2.2 * west[None, :, None]
    soften = ndimage.gaussian_filter(light, (0.6, 0.6, 0))
    return soften, ndimage.gaussian_filter(cover, 0.5), ndimage.gaussian_filter(panes, 0.55)


def _house(
    pens: list[Pen],
    x: float,
    foot: float,
    wide: float,
    high: float,
    wall: Array,
    roof: Array,
    rng: np.random.Generator,
    *,
    lamps: float,
) -> None:
    left, right, eaves = x - wide / 2, x + wide / 2, foot - high * 0.66
    body = [(left, foot + 40), (left, eaves), (right, eaves), (right, foot + 40)]
    if rng.random() < 0.55:
        top = [
            (left - 1, eaves),
            (left + wide * 0.1, foot - high),
            (right - wide * 0.1, foot - high),
        ]
        top.append((right + 1, eaves))
    else:
        body = [
            (left, foot + 40),
            (left, eaves),
            (x, foot - high),
            (right, eaves),
            (right, foot + 40),
        ]
        top = [(left - 1, eaves + 1), (x, foot - high - 1), (right + 1, eaves + 1)]
        top += [(right + 1, eaves - 1.5), (x, foot - high - 3), (left - 1, eaves - 1.5)]
    stack = left + wide * rng.uniform(0.2, 0.8)
    chimney = [
        (stack, eaves),
        (stack, foot - high - 4),
        (stack + 2.6, foot - high - 4),
        (stack + 2.6, eaves),
    ]
    for outline, shade in ((chimney, roof), (body, wall), (top, roof)):
        line = [(a * FINE, b * FINE) for a, b in outline]
        pens[0].polygon(line, fill=tuple(int(v) for v in np.clip(shade, 0, 255)))
        pens[1].polygon(line, fill=255)
        pens[2].polygon(line, fill=0)
    for floor in np.arange(eaves + 3, foot - 4, 7.5):
        for column in np.arange(left + 3, right - 3, 5.6):
            if rng.random() < lamps:
                box = [column * FINE, floor * FINE, (column + 1.7) * FINE, (floor + 3.1) * FINE]
                pens[2].rectangle(box, fill=int(rng.uniform(70, 255)))


def _church(pens: list[Pen], x: float, foot: float, wall: Array) -> None:
    tower = [(x - 9, foot + 30), (x - 9, foot - 66), (x - 6, foot - 70), (x - 1.4, foot - 120)]
    tower += [
        (x, foot - 140),
        (x + 1.4, foot - 120),
        (x + 6, foot - 70),
        (x + 9, foot - 66),
        (x + 9, foot + 30),
    ]
    nave = [(x + 6, foot + 30), (x + 6, foot - 24), (x + 14, foot - 42), (x + 56, foot - 42)]
    nave += [(x + 62, foot - 24), (x + 62, foot + 30)]
    for outline in (nave, tower):
        line = [(a * FINE, b * FINE) for a, b in outline]
        pens[0].polygon(line, fill=tuple(int(v) for v in wall))
        pens[1].polygon(line, fill=255)
        pens[2].polygon(line, fill=0)


def _fog(scene: Array, *, seed: int, middle: float, depth: float, cover: float) -> Array:
    rows = np.arange(HEIGHT, dtype=np.float32)[:, None]
    drift = spectral(seed + 200, (HEIGHT, WIDTH), beta=2.6, largest=300, stretch=5)
    wave = middle + 12 * spectral(seed + 300, (4, WIDTH), beta=3, largest=500)[0][None, :]
    bank = np.exp(-(((rows - wave) / depth) ** 2)) * np.clip(0.62 + 0.42 * drift, 0, 1)
    x = np.linspace(0, 1, WIDTH, dtype=np.float32)
    west = 0.38 + 0.42 * np.exp(-((x - 0.24) ** 2) / 0.13)
    return lay(scene, plain("#bda3a6", scene.shape) * west[None, :, None], bank * cover)


def _quay(scene: Array) -> Array:
    posts = [30 + 87 * n + (n * n * 37) % 41 for n in range(18)]

    def wall(pen: Pen, k: float) -> None:
        pen.rectangle([0, (HORIZON - 7) * k, WIDTH * k, (HORIZON + 1) * k], fill=255)
        for x in posts:
            pen.rectangle([(x - 0.6) * k, (HORIZON - 26) * k, (x + 0.6) * k, HORIZON * k], fill=255)

    def lamps(pen: Pen, k: float) -> None:
        for x in posts:
            box = [(x - 1.9) * k, (HORIZON - 29) * k, (x + 1.9) * k, (HORIZON - 25.4) * k]
            pen.ellipse(box, fill=255)

    scene = lay(scene, plain("#1b2030", scene.shape) * 0.4, mask(wall, blur=0.5))
    return scene + mask(lamps, blur=0.7)[..., None] * colour("#ffc27a") * 15
