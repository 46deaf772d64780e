"""Ice on Lake Sorn from above: bubbles in rising chains, cracks, the dark below."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from sample_photos.darkroom import (
    HEIGHT,
    WIDTH,
    colour,
    develop,
    lay,
    plain,
    ramp,
    smooth,
)
from sample_photos.noise import Array, spectral


def draw() -> Array:
    rng = np.random.default_rng(18)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    murk = spectral(1, (HEIGHT, WIDTH), beta=2.8, largest=700)
    veil = spectral(2, (HEIGHT, WIDTH), beta=2.0, largest=160)
    lean = (x / WIDTH * 0.5 + (1 - y / HEIGHT) * 0.5) * 0.5
    light = ramp(
        0.42 + 0.11 * murk + lean * 0.45,
        (0, "#020b14"),
        (0.4, "#06283a"),
        (0.75, "#135a6c"),
        (1, "#3f97a0"),
    )
    light = light * (1 + 0.07 * veil[..., None])
    light = _bubbles(light, rng)
    light = _cracks(light, y, x, rng)
    dust = spectral(12, (HEIGHT, WIDTH), beta=1.1, largest=50)
    light = lay(light, plain("#cfe4ea", light.shape) * 0.7, smooth(2.2, 3.6, dust) * 0.4)
    sheen = smooth(0.2, 2.6, veil + 1.5 * (lean * 2 - 0.5))
    light = light + sheen[..., None] * colour("#bfd8e6") * 0.06
    return develop(light, seed=8, exposure=1.15, contrast=1.15, saturation=0.95, vignette=0.4)


def _bubbles(light: Array, rng: np.random.Generator) -> Array:
    """Chains of flat bubbles: deep ones small, dim and soft, the top ones white and sharp."""
    layers = [np.zeros(light.shape[:2], np.float32) for _ in range(6)]
    middle = np.array([WIDTH * 0.40, HEIGHT * 0.58])
    for number in range(150):
        crowd = number < 95
        centre = rng.normal(middle, (330, 210)) if crowd else rng.uniform((0, 0), (WIDTH, HEIGHT))
        size = min(rng.pareto(1.9) * 6 + 4, 36)
        lean = rng.normal(0, 2.5, 2) + np.array((2.0, -4.5))
        for level in range(6):
            if level > 3 and rng.random() < 0.35:
                continue
            place = centre + lean * (5 - level) + rng.normal(0, size * 0.12, 2)
            _disc(
                layers[level],
                place[0],
                place[1],
                size * (0.35 + 0.13 * level) * rng.uniform(0.7, 1.2),
                rng,
            )
            for _ in range(int(rng.integers(0, 4))):
                beside = place + rng.normal(0, size * 1.4 + 6, 2)
                _disc(layers[level], beside[0], beside[1], size * rng.uniform(0.08, 0.3) + 1.2, rng)
    tints = ("#14505f", "#216878", "#3f8795", "#74acb5", "#abcfd4", "#e3eff0")
    for level, layer in enumerate(layers):
        soft = ndimage.gaussian_filter(layer, (4.5, 3.4, 2.4, 1.6, 1.0, 0.6)[level])
        drop = np.roll(ndimage.gaussian_filter(layer, 5), (7, -5), (0, 1))
        light = lay(light, light * 0.62, np.clip(drop, 0, 1) * 0.5)
        light = lay(
            light, plain(tints[level], light.shape) * (0.5 + 0.07 * level), np.clip(soft, 0, 1)
        )
    return light


def _disc(layer: Array, px: float, py: float, size: float, rng: np.random.Generator) -> None:
    reach = int(size * 1.4) + 3
    top, left = max(0, int(py) - reach), max(0, int(px) - reach)
    view = layer[top : max(0, int(py) + reach), left : max(0, int(px) + reach)]
    if not view.size:
        return
    y, x = np.mgrid[top : top + view.shape[0], left : left + view.shape[1]].astype(np.float32)
    angle = np.arctan2(y - py, x - px)
    edge = size * (
        1
        + 0.05 * np.sin(angle * 2 + rng.uniform(0, 6))
        + 0.025 * np.sin(angle * 3 + rng.uniform(0, 6))
    )
    gap = np.hypot(x - px, y - py) / edge
    side = 0.5 + 0.5 * np.cos(angle + 2.3)
    fill = smooth(1 + 1.2 / size, 1 - 1.2 / size, gap)
    fill = fill * (0.42 + 0.25 * side + 0.33 * smooth(0.72, 0.97, gap))
    np.maximum(view, fill, out=view)


def _cracks(light: Array, y: Array, x: Array, rng: np.random.Generator) -> Array:
    """Long cracks, each a bright line at the surface and a pale wall slanting away below it."""
    for number in range(11):
        turn = rng.uniform(0, np.pi)
        place = np.array([rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT)])
        bend = spectral(100 + number, (HEIGHT, WIDTH), beta=3.0, largest=420) * 26
        kink = spectral(200 + number, (HEIGHT, WIDTH), beta=2.2, largest=90) * 2.2
        along = (x - place[0]) * np.cos(turn) + (y - place[1]) * np.sin(turn)
        off = -(x - place[0]) * np.sin(turn) + (y - place[1]) * np.cos(turn) + bend + kink
        ends = smooth(900, 500, np.abs(along)) if number > 3 else 1.0
        deep = (
            16
            + 34 * rng.random()
            + 9 * spectral(300 + number, (HEIGHT, WIDTH), beta=2, largest=120)
        )
        wall = np.where(
            off > 0, np.exp(-np.abs(off) / np.maximum(deep, 4)), np.exp(-np.abs(off) / 1.5)
        )
        streak = 0.75 + 0.25 * spectral(400 + number, (HEIGHT, WIDTH), beta=1.6, largest=40)
        strength = (0.9 if number < 4 else 0.45) * ends
        light = light + (wall * streak * strength * 0.34)[..., None] * colour("#8fc6d2")
        line = np.exp(-((off / (1.5 if number < 4 else 0.9)) ** 2)) * strength
        light = lay(light, plain("#f2f9fa", light.shape) * 0.95, np.clip(line * streak, 0, 1))
    return light
