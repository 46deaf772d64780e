"""Ridge behind ridge in the haze of a November afternoon."""

from __future__ import annotations

import numpy as np

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

HORIZON = 330
SUN_ACROSS = 0.70


def draw() -> Array:
    heights = _land()
    eye = (1460.0, 560.0, float(heights[1400:1490, 500:620].max()) + 34)
    seen = look(
        heights,
        eye=eye,
        heading=0.16,
        horizon=HORIZON * 2,
        focal=3500,
        width=WIDTH * 2,
        height=HEIGHT * 2,
        near=14,
        far=1440,
    )
    ground = lit(
        heights,
        _albedo(heights),
        azimuth=0.42,
        elevation=0.30,
        sun=colour("#ffd9a8") * 2.6,
        sky=colour("#6f8fb4") * 0.5,
    )
    light = at(ground, seen) * detail(55, seen)[..., None]
    distance = np.where(np.isfinite(seen.distance), seen.distance, 1e6)
    low = np.exp(-(at(heights, seen) - heights.min()) / 62)
    clear = np.exp(-distance / 950 - np.minimum(distance, 1500) / 380 * low)
    x = np.linspace(0, 1, WIDTH * 2, dtype=np.float32)[None, :]
    y = np.linspace(0, 1, HEIGHT * 2, dtype=np.float32)[:, None]
    towards = np.exp(-((x - SUN_ACROSS) ** 2) / 0.10)
    far_off = smooth(150, 1300, distance)[..., None]
    haze = colour("#6f8cab") * (0.42 + 0.35 * far_off)
    haze = haze + (towards[..., None] * (0.12 + 0.62 * far_off)) * colour("#ffc890")
    land = lay(haze, light, clear)
    picture = np.where(np.isfinite(seen.distance)[..., None], land, _sky(x, y, towards))
    picture = halved(picture)
    picture += blurred(picture, 40) * 0.10
    return develop(picture, seed=1, exposure=0.95, contrast=1.14, saturation=1.1)


def _land() -> Array:
    size = 1500
    rows, columns = np.mgrid[0:size, 0:size].astype(np.float32)
    land = eroded(21, columns / 260, rows / 260, octaves=10, damping=0.9)
    return (land * 120 + 20 * spectral(4, (size, size), beta=3.2, largest=500)).astype(np.float32)


def _albedo(heights: Array) -> Array:
    up = normals(heights)[0]
    patch = spectral(31, heights.shape, beta=1.6, largest=90)
    level = (heights - heights.min()) / np.ptp(heights)
    snow = smooth(0.50, 0.66, level + patch * 0.035) * smooth(0.62, 0.80, up + patch * 0.03)
    grass, rock = plain("#4b4a3c", heights.shape), plain("#6d6862", heights.shape)
    bare = lay(grass, rock, smooth(0.88, 0.7, up)) * (1 + 0.12 * patch[..., None])
    return lay(bare, plain("#f2f4f8", heights.shape), snow)


def _sky(x: Array, y: Array, towards: Array) -> Array:
    down = y * HEIGHT / HORIZON + 0 * x
    sky = ramp(down, (0, "#5f7f9e"), (0.55, "#a4b3bd"), (1, "#d5cdbf"))
    sun = np.exp(-((x - SUN_ACROSS) ** 2 / 0.03 + (y - 0.14) ** 2 / 0.012))
    sky = sky * 0.85 + (sun * 1.5 + towards * 0.2)[..., None] * colour("#ffdcae")
    cloud = spectral(8, (1024, 1024), beta=2.6, largest=260, stretch=0.3)
    streak = look_up(cloud, y * 900 / (1.15 - y) + 0 * x, x * 700 / (1.15 - y * 0.6))
    return lay(sky, sky * 1.16 + 0.02, smooth(0.2, 2.2, streak) * 0.8)
