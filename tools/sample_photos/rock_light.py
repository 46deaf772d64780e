"""The light on Skerrin Rock, and the stars it does not put out."""

from __future__ import annotations

import numpy as np

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
from sample_photos.noise import Array, ridge_line, spectral
from sample_photos.water import reflect

HORIZON = 830
LAMP = (1046.0, 379.0)


def draw() -> Array:
    scene = stars(_sky(), seed=5, floor=HORIZON, slope=0.62)
    scene = _rock(scene)
    scene = _tower(scene)
    picture = reflect(
        scene,
        horizon=HORIZON,
        seed=14,
        body=colour("#081422") * 0.5,
        roughness=0.02,
        waves=0.034,
        wave_size=1.8,
        eye=7,
        focal=1700,
        swell=0.012,
    )
    picture += _beams()
    picture += glow(picture, threshold=1.0, strength=0.30, radii=(4, 16, 60))
    return develop(picture, seed=6, exposure=1.5, contrast=1.08, saturation=0.95, vignette=0.4)


def stars(sky: Array, *, seed: int, floor: int, slope: float) -> Array:
    """Stars down to row `floor`, thicker along a slanting Milky Way."""
    rng = np.random.default_rng(seed)
    height, width = sky.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    across = (y - height * 0.42) * 0.8 - (x - width * 0.42) * slope
    cloud = spectral(seed + 1, (height, width), beta=2.2, largest=260)
    lane = spectral(seed + 2, (height, width), beta=2.4, largest=200)
    band = np.exp(-(((across + 40 * cloud) / 150) ** 2))
    dust = smooth(0.2, 1.6, lane + 1.1 * np.exp(-(((across - 8) / 46) ** 2)))
    milk = band * (0.55 + 0.28 * cloud) * (1 - 0.75 * dust)
    out = smooth(floor, floor - 330, y)
    sky = sky + (np.clip(milk, 0, None) * out)[..., None] * colour("#a9b4dc") * 0.085
    chance = (0.0011 + 0.006 * band * (1 - 0.6 * dust)) * out
    found = rng.random((height, width)) < chance
    bright = np.where(found, rng.pareto(1.35, (height, width)) * 0.07 + 0.05, 0)
    tint = rng.uniform(-1, 1, (height, width, 1))
    hue = np.concatenate([1 + 0.22 * tint, np.ones_like(tint), 1 - 0.25 * tint], -1)
    points = np.minimum(bright, 2.6)[..., None] * hue
    wide = np.where(points > 0.8, points, 0)
    soft = sum(np.roll(wide, shift, axis) for shift in (-1, 1) for axis in (0, 1)) * 0.32
    return sky + points + soft


def _sky() -> Array:
    y = np.linspace(0, HEIGHT / HORIZON, HEIGHT, dtype=np.float32)[:, None] + np.zeros((1, WIDTH))
    sky = ramp(
        y, (0, "#0b1730"), (0.45, "#15294a"), (0.8, "#2a4a66"), (0.95, "#4d6f77"), (1, "#5c7a78")
    )
    air = spectral(9, (HEIGHT, WIDTH), beta=2.6, largest=500, stretch=3)[..., None]
    return sky * (0.34 + 0.03 * air) * np.array([1, 1, 0.96])


def _rock(scene: Array) -> Array:
    x = np.arange(WIDTH, dtype=np.float32)
    rough = 15 * ridge_line(88, WIDTH, largest=160, beta=1.25)
    hump = 118 * np.exp(-(((x - 1060) / 190) ** 4)) + 52 * np.exp(-(((x - 1290) / 120) ** 2))
    hump = hump + 30 * np.exp(-(((x - 850) / 70) ** 2)) + 13 * np.exp(-(((x - 700) / 60) ** 2))
    top = HORIZON + 12 - np.where(hump > 8, hump + rough * np.clip(hump / 50, 0, 1), 0)
    rows = np.arange(HEIGHT, dtype=np.float32)[:, None]
    cover = np.clip(rows - top[None, :], 0, 1) * (rows < HORIZON + 2)
    face = spectral(31, (HEIGHT, WIDTH), beta=1.7, largest=80)
    edge = np.exp(-np.clip(rows - top[None, :], 0, None) / 16)
    near = np.exp(-np.abs(x - LAMP[0]) / 170)[None, :]
    light = (
        colour("#10161f") * 0.35
        + (edge * near * (1 + 0.7 * face))[..., None] * colour("#7c6a55") * 0.10
    )
    return lay(scene, np.maximum(light, 0), cover)


def _tower(scene: Array) -> Array:
    x, lamp = LAMP
    foot, gallery = HORIZON - 96, lamp + 26

    def shaft(pen: Pen, k: float) -> None:
        line = [(x - 29, foot), (x - 20, gallery + 60), (x - 17, gallery), (x + 17, gallery)]
        line += [(x + 20, gallery + 60), (x + 29, foot)]
        pen.polygon([(a * k, b * k) for a, b in line], fill=255)
        house = [(x + 66, foot + 12), (x + 66, foot - 24), (x + 60, foot - 22), (x + 78, foot - 46)]
        house += [
            (x + 84, foot - 46),
            (x + 84, foot - 56),
            (x + 91, foot - 56),
            (x + 91, foot - 46),
        ]
        house += [
            (x + 134, foot - 46),
            (x + 150, foot - 22),
            (x + 144, foot - 24),
            (x + 144, foot + 16),
        ]
        pen.polygon([(a * k, b * k) for a, b in house], fill=255)

    def iron(pen: Pen, k: float) -> None:
        pen.rectangle([(x - 25) * k, (gallery - 5) * k, (x + 25) * k, gallery * k], fill=255)
        pen.rectangle(
            [(x - 25) * k, (gallery - 16) * k, (x + 25) * k, (gallery - 14.6) * k], fill=255
        )
        for post in np.arange(-25, 26, 5):
            box = [(x + post - 0.5) * k, (gallery - 16) * k, (x + post + 0.5) * k, gallery * k]
            pen.rectangle(box, fill=255)
        for bar in (-13, -4.5, 4.5, 13):
            box = [(x + bar - 0.7) * k, (lamp - 20) * k, (x + bar + 0.7) * k, (gallery - 4) * k]
            pen.rectangle(box, fill=255)
        dome = [(x - 17, lamp - 18), (x - 12, lamp - 30), (x - 4, lamp - 37), (x, lamp - 44)]
        dome += [(x + 4, lamp - 37), (x + 12, lamp - 30), (x + 17, lamp - 18)]
        pen.polygon([(a * k, b * k) for a, b in dome], fill=255)

    columns = np.arange(WIDTH, dtype=np.float32)[None, :]
    round_off = np.clip(1 - ((columns - x + 5) / 27) ** 2, 0.06, 1) + np.zeros((HEIGHT, 1))
    rows = np.arange(HEIGHT, dtype=np.float32)[:, None]
    stripes = np.where(((rows - gallery) // 62) % 2 == 0, 1.0, 0.42)
    plaster = 1 + 0.07 * spectral(3, (HEIGHT, WIDTH), beta=1.4, largest=40)
    body = (round_off * stripes * plaster)[..., None] * colour("#9ab0bd") * 0.085
    scene = lay(scene, body, mask(shaft, blur=0.5))

    def lens(pen: Pen, k: float) -> None:
        pen.ellipse([(x - 9) * k, (lamp - 13) * k, (x + 9) * k, (lamp + 14) * k], fill=255)

    def window(pen: Pen, k: float) -> None:
        pen.rectangle([(x + 86) * k, (foot - 16) * k, (x + 92) * k, (foot - 6) * k], fill=255)

    scene = scene + mask(lens, blur=2.2)[..., None] * colour("#ffe7b0") * 14
    scene = lay(scene, plain("#0a0e15", scene.shape) * 0.4, mask(iron, blur=0.4))
    return scene + mask(window, blur=0.8)[..., None] * colour("#ffb050") * 1.6


def _beams() -> Array:
    """Two beams through thin mist, brightest near the lamp."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    dx, dy = x - LAMP[0], y - LAMP[1]
    mist = 1 + 0.25 * spectral(41, (HEIGHT, WIDTH), beta=2.4, largest=260, stretch=2)
    total = np.zeros_like(x)
    for angle, spread, power in ((np.pi + 0.085, 0.030, 1.0), (-0.06, 0.040, 0.55)):
        along = dx * np.cos(angle) + dy * np.sin(angle)
        off = np.abs(-dx * np.sin(angle) + dy * np.cos(angle))
        wide = 7 + spread * np.maximum(along, 0)
        beam = np.exp(-((off / wide) ** 2)) * smooth(0, 30, along) * 26 / (26 + wide)
        total += power * beam * np.exp(-np.maximum(along, 0) / 900)
    return (total * mist)[..., None] * colour("#ffe9c0") * 0.46
