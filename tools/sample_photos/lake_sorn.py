"""Lake Sorn on the morning it froze: black ice, frost flowers, the Harrowfells upside down."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from sample_photos.darkroom import (
    HEIGHT,
    WIDTH,
    blurred,
    colour,
    develop,
    halved,
    lay,
    plain,
    ramp,
    smooth,
)
from sample_photos.noise import Array, eroded, look_up, spectral
from sample_photos.terrain import at, detail, lit, look, normals

HORIZON = 520


def draw() -> Array:
    heights = valley()
    seen = look(
        heights,
        eye=(1390.0, 700.0, 3.0),
        heading=0.0,
        horizon=HORIZON * 2,
        focal=2700,
        width=WIDTH * 2,
        height=HEIGHT * 2,
        near=60,
        far=1380,
    )
    ground = lit(
        heights,
        snow_line(heights),
        azimuth=-1.25,
        elevation=0.21,
        sun=colour("#ffc9a0") * 2.9,
        sky=colour("#6a8fc4") * 0.62,
        reach=420,
    )
    light = at(ground, seen) * detail(6, seen)[..., None]
    distance = np.where(np.isfinite(seen.distance), seen.distance, 1e6)
    y = np.linspace(0, HEIGHT / HORIZON, HEIGHT * 2, dtype=np.float32)[:, None]
    x = np.linspace(0, 1, WIDTH * 2, dtype=np.float32)[None, :]
    sky = ramp(y + 0 * x, (0, "#5d86b8"), (0.5, "#9db8d2"), (0.85, "#e2d6cc"), (1, "#f0d9c2"))
    wisps = spectral(71, (1024, 1024), beta=2.2, largest=200, stretch=4)
    veil = look_up(wisps, 420 / np.maximum(1.4 - y, 0.3) + 120 * x, x * 600)
    sky = lay(sky * 0.9, plain("#fff0e4", sky.shape), smooth(0.3, 2.4, veil) * 0.55)
    mist = np.exp(-np.maximum(at(heights, seen), 0) / 9) * smooth(200, 900, distance)
    clear = np.exp(-np.maximum(distance - 150, 0) / 2100) * (1 - 0.7 * mist)
    land = lay(plain("#b7c6da", light.shape) * 0.85, light, clear)
    is_land = np.isfinite(seen.distance) & (at(heights, seen) > 0.3)
    scene = halved(np.where(is_land[..., None], land, sky))
    picture = _ice(scene)
    picture += blurred(picture, 45) * 0.08
    return develop(picture, seed=4, exposure=0.92, contrast=1.12, saturation=1.02)


def valley() -> Array:
    """The heights around the lake, whose ice lies at 0."""
    size = 1400
    rows, columns = np.mgrid[0:size, 0:size].astype(np.float32)
    land = eroded(33, columns / 300, rows / 300, octaves=10, damping=0.8)
    bent = 46 * spectral(8, (size, size), beta=2.6, largest=260)
    aside = np.abs(columns - 700 + bent) / 560
    up = smooth(0.30, 1.05, np.hypot(aside, np.maximum(820 - rows, 0) / 700))
    heights = (
        -3 + up * (130 + 110 * land) + 24 * smooth(0.26, 0.42, aside) * smooth(1200, 700, rows)
    )
    point = 9 * np.exp(-(((columns - 470) / 120) ** 2) - ((rows - 1010) / 16) ** 2)
    return np.maximum(heights, point - 3).astype(np.float32)


def snow_line(heights: Array) -> Array:
    """Forest below, bare rock where it is steep, snow above."""
    up = normals(heights)[0]
    patch = spectral(12, heights.shape, beta=1.5, largest=60)
    forest = plain("#1d2722", heights.shape) * (1 + 0.35 * patch[..., None])
    rock = plain("#55504d", heights.shape) * (1 + 0.2 * patch[..., None])
    snow = plain("#f4f6fa", heights.shape)
    white = smooth(40, 78, heights + 9 * patch) * smooth(0.52, 0.74, up + 0.04 * patch)
    trees = smooth(62, 44, heights + 8 * patch) * smooth(0.5, 0.65, up)
    open_ground = lay(rock, snow, np.maximum(white, 0.25 * smooth(0.7, 0.9, up)))
    return lay(open_ground, forest, trees * smooth(-0.6, 0.2, patch))


def _ice(scene: Array) -> Array:
    """A smooth black floor: a sharp mirror near the shore, frost in drifts, a few long cracks."""
    below = np.arange(HEIGHT - HORIZON, dtype=np.float32)[:, None] + 0.5
    columns = np.arange(WIDTH, dtype=np.float32)[None, :]
    away = 2600 / below
    across = (columns - WIDTH / 2) / 1350 * away
    drift = spectral(15, (1024, 1024), beta=2.0, largest=120, stretch=1.4)
    speck = spectral(16, (1024, 1024), beta=0.9, largest=12)
    frost = look_up(drift, away * 16, across * 16) + 0.5 * look_up(drift, away * 61, across * 61)
    flowers = look_up(speck, away * 120, across * 120) / (1 + (away / 16) ** 2)
    white = smooth(0.35, 1.5, frost + 0.5 * flowers) * 0.86
    source = [np.clip(HORIZON - 1 - below * 0.98 + 0 * columns, 0, HORIZON), columns + 0 * below]
    mirror = np.stack(
        [ndimage.map_coordinates(scene[..., c], source, order=1) for c in range(3)], -1
    )
    soft = ndimage.gaussian_filter(mirror, (7, 2.5, 0))
    grazing = np.arctan(below / 1350)
    gloss = (0.04 + 0.96 * (1 - np.sin(grazing)) ** 5)[..., None]
    black = soft * gloss * 0.92 + colour("#0b1a28") * 0.6 * (1 - gloss)
    cracks = _cracks(away, across)
    powder = plain("#dfe8f3", black.shape) * (0.50 + 0.22 * gloss)
    floor = lay(black, powder, np.maximum(white, cracks * 0.8))
    picture = scene.copy()
    picture[HORIZON:] = floor
    shore = np.exp(-((np.arange(HEIGHT) - HORIZON) ** 2) / 14.0)[:, None] * np.ones((1, WIDTH))
    return lay(picture, plain("#dfe4ea", picture.shape) * 0.8, shore * 0.5)


def _cracks(away: Array, across: Array) -> Array:
    bend = spectral(17, (512, 512), beta=2.4, largest=90)
    shift = look_up(bend, away * 9, across * 9)
    found = np.zeros(np.broadcast(away, across).shape, np.float32)
    for turn, place, wide in (
        (0.5, 2.0, 0.020),
        (-0.9, -1.4, 0.014),
        (1.2, -4.5, 0.02),
        (-0.25, 5.5, 0.02),
    ):
        gap = np.abs(across - place - turn * (away - 8) + 0.35 * shift)
        found = np.maximum(found, smooth(wide * 1.6, wide * 0.4, gap / (1 + away / 9)))
    return found
