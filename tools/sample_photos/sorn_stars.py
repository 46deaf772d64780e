"""Stars over Lake Sorn, and one hut with its lamp still on."""

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
from sample_photos.lake_sorn import snow_line, valley
from sample_photos.noise import Array, look_up, spectral
from sample_photos.rock_light import stars
from sample_photos.terrain import at, lit, look

HORIZON = 760


def draw() -> Array:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    sky = (
        ramp(y / HORIZON, (0, "#0a1128"), (0.5, "#152243"), (0.85, "#3b3f5f"), (1, "#6b5a62"))
        * 0.32
    )
    scene = stars(_aurora(sky, y, x), seed=23, floor=HORIZON, slope=-0.55)
    land, cover = _moonlit_land()
    scene = lay(scene, land, cover)
    mist = np.exp(-(((y - HORIZON + 6) / 20) ** 2))
    scene = lay(scene, plain("#59688c", scene.shape) * 0.2, mist * 0.5)
    scene = _hut(scene)
    scene[HORIZON:] = _frozen(scene)
    scene += glow(scene, threshold=0.8, strength=0.5, radii=(3, 14, 50))
    return develop(scene, seed=9, exposure=1.7, contrast=1.06, saturation=0.92, vignette=0.35)


def _moonlit_land() -> tuple[Array, Array]:
    heights = valley()
    seen = look(
        heights,
        eye=(1390.0, 560.0, 3.0),
        heading=0.10,
        horizon=HORIZON,
        focal=1250,
        width=WIDTH,
        height=HEIGHT,
        near=60,
        far=1380,
    )
    ground = lit(
        heights,
        snow_line(heights),
        azimuth=1.9,
        elevation=0.34,
        sun=colour("#9fb4dc") * 0.34,
        sky=colour("#3f6a78") * 0.13,
        reach=420,
    )
    distance = np.where(np.isfinite(seen.distance), seen.distance, 1e6)
    clear = np.exp(-np.maximum(distance - 200, 0) / 2600)
    light = lay(plain("#3d4a66", (HEIGHT, WIDTH)) * 0.25, at(ground, seen), clear)
    cover = np.isfinite(seen.distance) & (at(heights, seen) > 0.3)
    return light, ndimage.gaussian_filter(cover.astype(np.float32), 0.6)


def _aurora(sky: Array, y: Array, x: Array) -> Array:
    for seed, base, power in ((3, 700, 1.0), (7, 560, 0.55), (13, 470, 0.35)):
        fold = 30 * spectral(seed, (4, WIDTH), beta=3.4, largest=900)[0][None, :]
        rays = spectral(seed + 1, (4, WIDTH), beta=1.8, largest=120)[0][None, :]
        up = base + fold - y
        curtain = np.exp(-np.clip(up, 0, None) / (120 + 40 * rays)) * smooth(-60, 60, up)
        where = np.exp(-(((x - 560) / 560) ** 2)) * np.clip(0.8 + 0.3 * rays, 0.15, 2)
        tint = ramp(up / 360, (0, "#5ad6a0"), (0.5, "#3f9fa0"), (1, "#6a58a8"))
        sky = sky + tint * (curtain * where * power * 0.14)[..., None]
    return sky


def _hut(scene: Array) -> Array:
    x, foot = 1180, HORIZON - 5

    def walls(pen: Pen, k: float) -> None:
        line = [
            (x - 34, foot),
            (x - 34, foot - 19),
            (x, foot - 42),
            (x + 34, foot - 19),
            (x + 34, foot),
        ]
        pen.polygon([(a * k, b * k) for a, b in line], fill=255)
        pen.rectangle([(x + 15) * k, (foot - 48) * k, (x + 21) * k, (foot - 24) * k], fill=255)

    def roof(pen: Pen, k: float) -> None:
        line = [
            (x - 40, foot - 16),
            (x, foot - 46),
            (x + 40, foot - 16),
            (x + 40, foot - 20),
            (x, foot - 52),
        ]
        pen.polygon([(a * k, b * k) for a, b in [*line, (x - 40, foot - 20)]], fill=255)

    def panes(pen: Pen, k: float) -> None:
        for left in (-18, 6):
            pen.rectangle(
                [(x + left) * k, (foot - 15) * k, (x + left + 10) * k, (foot - 5) * k], fill=255
            )

    def bars(pen: Pen, k: float) -> None:
        for left in (-18, 6):
            pen.rectangle(
                [(x + left + 4.5) * k, (foot - 15) * k, (x + left + 5.5) * k, (foot - 5) * k],
                fill=255,
            )

    scene = lay(scene, plain("#131109", scene.shape) * 0.4, mask(walls, blur=0.5))
    scene = lay(scene, plain("#8796b8", scene.shape) * 0.22, mask(roof, blur=0.6))
    return scene + (mask(panes, blur=0.5) * (1 - mask(bars)))[..., None] * colour("#ffb04e") * 2.2


def _frozen(scene: Array) -> Array:
    below = np.arange(HEIGHT - HORIZON, dtype=np.float32)[:, None] + 0.5
    columns = np.arange(WIDTH, dtype=np.float32)[None, :] + 0 * below
    away = 1900 / below
    across = (columns - WIDTH / 2) / 1300 * away
    bump = spectral(29, (512, 512), beta=2.0, largest=60, stretch=1.5)
    shift = look_up(bump, away * 30, across * 30) * 2.2
    source = [np.clip(HORIZON - 1 - below * 1.0 + shift * 2, 0, HORIZON - 1), columns + shift]
    mirror = np.stack(
        [ndimage.map_coordinates(scene[..., c], source, order=1) for c in range(3)], -1
    )
    mirror = ndimage.gaussian_filter(mirror, (9, 1.6, 0)) * 0.72
    frost = look_up(spectral(30, (1024, 1024), beta=1.9, largest=120), away * 22, across * 22)
    white = smooth(0.1, 1.7, frost) * 0.75
    return lay(mirror, plain("#8fa3cc", mirror.shape) * 0.11, white)
