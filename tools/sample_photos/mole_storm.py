"""A sea goes over the North Mole at first light; the light at its end still burns."""

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
from sample_photos.terrain import at, look, normals

HORIZON = 560
LAMP = (1214.0, 372.0)


def draw() -> Array:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    scene = _sky(y, x)
    sea = _sea(scene)
    haze = np.exp(-(((y - HORIZON) / 60) ** 2))
    light = lay(sea, plain("#8f9aa0", sea.shape) * 0.42, haze * 0.5)
    light = _spray(
        light,
        y,
        x,
        seed=5,
        foot=610,
        where=((300, 90, 250), (560, 130, 400), (800, 80, 300)),
        power=0.9,
    )
    light = _wall(light, y, x)
    light = _spray(
        light,
        y,
        x,
        seed=9,
        foot=664,
        where=((470, 110, 220), (660, 60, 160), (130, 70, 150)),
        power=0.75,
    )
    light = _spray(
        light, y, x, seed=13, foot=676, where=((560, 330, 60), (1000, 120, 44)), power=0.7
    )
    rain = ndimage.gaussian_filter(spectral(71, (HEIGHT, WIDTH), beta=0.5, largest=9), (7, 0.4))
    light = light * (1 + 0.035 * np.roll(rain, 0))[..., None]
    light += glow(light, threshold=0.9, strength=0.6, radii=(4, 18, 70))
    return develop(light, seed=11, exposure=1.2, contrast=1.14, saturation=0.85, vignette=0.4)


def _sky(y: Array, x: Array) -> Array:
    down = y / HORIZON
    sky = ramp(down, (0, "#39434d"), (0.5, "#606c75"), (0.85, "#99a19f"), (1, "#b5b3a8")) * 0.62
    cloud = spectral(2, (1024, 1024), beta=2.3, largest=240, stretch=2.2)
    fine = spectral(3, (1024, 1024), beta=1.9, largest=90, stretch=2.5)
    far = 1 / np.maximum(1.32 - down, 0.3)
    heap = look_up(cloud, 330 * far, x * 0.42) + 0.42 * look_up(fine, 760 * far + 40, x * 0.7)
    dark = ramp(down, (0, "#20272f"), (0.6, "#3d474f"), (1, "#7d8486")) * 0.5
    sky = lay(sky, dark, smooth(-0.7, 1.5, heap) * smooth(1.08, 0.8, down) * 0.95)
    gap = np.exp(-(((x - 1280) / 360) ** 2) - ((down - 0.93) / 0.13) ** 2)
    return sky + gap[..., None] * colour("#f0d3a4") * 0.22


def _sea(scene: Array) -> Array:
    """Waves as a landscape: dark troughs, green where a crest is thin, foam where it breaks."""
    size = 1500
    rows, columns = np.mgrid[0:size, 0:size].astype(np.float32)
    heights = np.zeros((size, size), np.float32)
    bent = 22 * spectral(5, (size, size), beta=2.8, largest=260)
    for seed, length, high, turn in (
        (1, 150, 9.0, 0.35),
        (2, 96, 5.0, 0.05),
        (3, 61, 3.2, 0.62),
        (4, 37, 1.7, -0.2),
        (5, 23, 0.9, 0.45),
    ):
        along = (rows + bent) * np.cos(turn) + (columns + 0.6 * bent) * np.sin(turn)
        group = np.clip(1 + 0.45 * spectral(seed + 40, (size, size), beta=2.6, largest=240), 0.1, 2)
        heights += high * group * (2 * np.abs(np.sin(np.pi * along / length)) ** 0.85 * -1 + 1.2)
    chop = spectral(81, (size, size), beta=2.4, largest=26, stretch=1.4)
    heights = heights + 0.55 * chop
    seen = look(
        heights,
        eye=(1490.0, 720.0, 44.0),
        heading=0.0,
        horizon=HORIZON,
        focal=1500,
        width=WIDTH,
        height=HEIGHT,
        near=50,
        far=1480,
    )
    up, east, south = normals(ndimage.gaussian_filter(heights, 0.8))
    lace = spectral(32, (1024, 1024), beta=1.6, largest=50)
    shape, crest = at(np.stack([up, east, south], -1), seen), at(heights, seen)
    web = 1 - np.abs(look_up(lace, seen.row * 5, seen.column * 5)) * 1.3
    grit = look_up(lace, seen.row * 17, seen.column * 17)
    distance = np.where(np.isfinite(seen.distance), seen.distance, 1e5)
    facing = np.clip(shape[..., 2] * 0.96 + shape[..., 0] * 44 / np.maximum(distance, 44), 0.01, 1)
    gloss = (0.03 + 0.97 * (1 - facing) ** 4)[..., None]
    mirror = (
        ramp(shape[..., 0] * 1.4 - 0.5 + 0.4 * shape[..., 2], (0, "#8f979a"), (1, "#363f47")) * 0.6
    )
    deep = ramp(crest / 16 + 0.45, (0, "#0d191d"), (0.6, "#20393c"), (1, "#5a7f79")) * 0.66
    light = deep * (1 - gloss) + mirror * gloss
    broken = smooth(
        4.5, 11, crest + 1.6 * grit + 3 * look_up(lace, seen.row * 1.6, seen.column * 1.2)
    )
    trail = smooth(0.55, 0.98, web) * smooth(-5, 6, crest) * 0.5
    near = 1 / (1 + (distance / 900) ** 2)
    white = np.clip(broken * 0.9 + trail * near, 0, 0.95) * (0.75 + 0.25 * np.clip(grit, -1, 1))
    light = lay(light, plain("#cdd6d6", light.shape) * (0.36 + 0.34 * shape[..., :1]), white)
    far = 1 - np.exp(-np.maximum(distance - 250, 0) / 1500)
    light = lay(light, plain("#8f9a9e", light.shape) * 0.42, np.clip(far, 0, 1) * 0.8)
    y = np.arange(HEIGHT)[:, None]
    below = np.isfinite(seen.distance) | (y > HORIZON + 8)
    return lay(scene, light, ndimage.gaussian_filter(below.astype(np.float32), 0.7))


def _wall(light: Array, y: Array, x: Array) -> Array:
    """The mole runs away from the left foreground to the light."""
    far = np.clip((x + 60) / (LAMP[0] + 40 + 60), 0, 1)
    top = 628 - 62 * far**0.62
    foot = 742 - 150 * far**0.55
    end = x < LAMP[0] + 46
    stone = spectral(41, (HEIGHT, WIDTH), beta=1.5, largest=60)
    course = np.mod((y - top) / np.maximum(foot - top, 1) * 6, 1)
    joint = np.exp(-(((course - 0.04) / 0.06) ** 2)) * 0.35
    size = 1 / (1.08 - far) ** 0.9
    upright = (
        np.exp(
            -((np.mod(x * size / 26 + np.floor((y - top) / (foot - top) * 6) * 0.5, 1) / 0.05) ** 2)
        )
        * 0.25
    )
    face = plain("#3a4143", light.shape) * (0.42 * (1 + 0.22 * stone - joint - upright))[..., None]
    lip = smooth(9, 2, y - top) * smooth(-1, 1, y - top)
    face = face + lip[..., None] * colour("#aab4b6") * 0.25
    wet = smooth(0.55, 1, (y - top) / (foot - top))
    face = lay(face, plain("#10181a", light.shape) * 0.5, wet * 0.7)
    fade = plain("#7f8a8f", light.shape) * 0.40
    face = lay(face, fade, far**2 * 0.42)
    cover = smooth(-0.7, 0.7, y - top) * smooth(0.7, -0.7, y - foot) * end
    return _tower(lay(light, face, cover), x)


def _tower(light: Array, x: Array) -> Array:
    cx, cy = LAMP

    def shaft(pen: Pen, k: float) -> None:
        line = [(cx - 25, 574), (cx - 17, cy + 28), (cx + 17, cy + 28), (cx + 25, 574)]
        pen.polygon([(a * k, b * k) for a, b in line], fill=255)
        pen.rectangle([(cx - 46) * k, 556 * k, (cx + 46) * k, 592 * k], fill=255)

    def iron(pen: Pen, k: float) -> None:
        pen.rectangle([(cx - 23) * k, (cy + 22) * k, (cx + 23) * k, (cy + 28) * k], fill=255)
        pen.rectangle([(cx - 23) * k, (cy + 11) * k, (cx + 23) * k, (cy + 12) * k], fill=255)
        dome = [
            (cx - 14, cy - 12),
            (cx - 8, cy - 22),
            (cx, cy - 30),
            (cx + 8, cy - 22),
            (cx + 14, cy - 12),
        ]
        pen.polygon([(a * k, b * k) for a, b in dome], fill=255)
        for bar in (-12, -4, 4, 12):
            pen.rectangle(
                [(cx + bar - 0.7) * k, (cy - 12) * k, (cx + bar + 0.7) * k, (cy + 24) * k], fill=255
            )

    def lens(pen: Pen, k: float) -> None:
        pen.ellipse([(cx - 7) * k, (cy - 7) * k, (cx + 7) * k, (cy + 13) * k], fill=255)

    side = np.clip(0.55 + (x - cx) / 46, 0.25, 1.0)
    red = (
        np.where((np.arange(HEIGHT)[:, None] > 446) & (np.arange(HEIGHT)[:, None] < 508), 1.0, 0.0)
        + 0 * x
    )
    body = (
        lay(plain("#c4c8c6", light.shape), plain("#a03a2c", light.shape), red)
        * side[..., None]
        * 0.42
    )
    body = lay(
        body, plain("#7f8a8f", light.shape) * 0.40, np.full(light.shape[:2], 0.25, np.float32)
    )
    light = lay(light, body, mask(shaft, blur=0.7))
    light = lay(light, plain("#1b2226", light.shape) * 0.5, mask(iron, blur=0.5))
    return light + mask(lens, blur=2)[..., None] * colour("#ffdf9a") * 9


def _spray(
    light: Array,
    y: Array,
    x: Array,
    *,
    seed: int,
    foot: float,
    where: tuple[tuple[float, float, float], ...],
    power: float,
) -> Array:
    """Bursts of spray, each a place, half width and height, thrown up from row `foot`."""
    rng = np.random.default_rng(seed)
    dense = np.zeros((HEIGHT, WIDTH), np.float32)
    for place, wide, high in where:
        jets = max(10, int(wide / 4.5))
        for _ in range(jets):
            start = place + rng.normal(0, wide * 0.5)
            reach = high * rng.uniform(0.35, 1.08) * np.exp(-(((start - place) / wide) ** 2) * 0.8)
            count = int(5200 * (reach / 260) ** 1.2) + 900
            flight = rng.uniform(0, 1.25, count) ** 0.8
            speed = reach * 4 * rng.normal(1, 0.07, count)
            up = speed * flight * 0.5 - 2 * reach * flight**2 * 0.5
            drift = (start - place) * 0.5 * flight + 62 * flight**2 * (high / 260)
            spread = rng.normal(0, 1, count) * (2.5 + 17 * flight**1.3) * (0.5 + high / 420)
            rows = foot - np.maximum(up, -6) + rng.normal(0, 1.5 + 4 * flight, count)
            columns = start + drift + spread
            dense += np.histogram2d(
                rows, columns, bins=(HEIGHT, WIDTH), range=((0, HEIGHT), (0, WIDTH))
            )[0]
    wisps = spectral(seed + 60, (HEIGHT, WIDTH), beta=2.1, largest=90, stretch=1.3)
    fog = ndimage.gaussian_filter(dense, 8) * np.clip(1 + 0.5 * wisps, 0.1, 3)
    fine = ndimage.gaussian_filter(dense, 1.1)
    drops = ndimage.gaussian_filter(dense * (rng.random(dense.shape) < 0.10), 0.55)
    cover = 1 - np.exp(-power * (0.50 * fog + 0.20 * fine + 0.35 * drops))
    inside = ndimage.gaussian_filter(dense, 3)
    slope_y, slope_x = np.gradient(ndimage.gaussian_filter(np.log1p(inside * 3), 5))
    lit = np.clip(0.72 - 6 * slope_x * 0.55 + 6 * slope_y * 0.4, 0.35, 1.4)
    warm = np.exp(-np.hypot(x - LAMP[0], y - LAMP[1]) / 330)
    tone = (
        plain("#b9c3c6", light.shape) * 0.62 * lit[..., None]
        + warm[..., None] * colour("#ffd79a") * 0.25
    )
    return lay(light, tone, np.clip(cover, 0, 0.97))
