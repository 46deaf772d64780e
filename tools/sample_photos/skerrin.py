"""The island of Skerrin before sunrise: eleven houses, four of them lit."""

from __future__ import annotations

import numpy as np

from sample_photos.darkroom import (
    HEIGHT,
    WIDTH,
    Pen,
    colour,
    develop,
    glow,
    halved,
    lay,
    mask,
    plain,
    ramp,
    smooth,
)
from sample_photos.noise import Array, eroded, look_up, spectral
from sample_photos.terrain import at, detail, lit, look, normals
from sample_photos.water import reflect

HORIZON = 610
LIT = {2, 5, 6, 9}


def draw() -> Array:
    heights = _island()
    seen = look(
        heights,
        eye=(1390.0, 700.0, 3.0),
        heading=0.0,
        horizon=HORIZON * 2,
        focal=4200,
        width=WIDTH * 2,
        height=HEIGHT * 2,
        near=200,
        far=1300,
    )
    ground = lit(
        heights,
        _albedo(heights),
        azimuth=1.05,
        elevation=0.12,
        sun=colour("#ff9c78") * 0.75,
        sky=colour("#7d8fb8") * 0.34,
        reach=160,
    )
    light = at(ground, seen) * detail(5, seen)[..., None]
    distance = np.where(np.isfinite(seen.distance), seen.distance, 1e6)
    sky = _sky()
    clear = np.exp(-np.maximum(distance - 380, 0) / 900)
    low = np.exp(-np.maximum(at(heights, seen), 0) / 16) * 0.35
    land = lay(plain("#8d86a4", light.shape) * 0.62, light, clear * (1 - low))
    is_land = np.isfinite(seen.distance) & (at(heights, seen) > 0.4)
    scene = halved(np.where(is_land[..., None], land, sky))
    scene = _houses(scene)
    scene += glow(scene, threshold=1.2, strength=0.55, radii=(3, 12, 40))
    picture = reflect(
        scene,
        horizon=HORIZON,
        seed=61,
        body=colour("#141c2b") * 0.7,
        roughness=0.012,
        waves=0.021,
        wave_size=1.3,
        eye=5,
        focal=1900,
        swell=0.006,
    )
    band = np.exp(-(((np.arange(HEIGHT) - HORIZON) / 9.0) ** 2))[:, None] * np.ones((1, WIDTH))
    picture = lay(picture, plain("#b9a6b4", picture.shape) * 0.6, band * 0.22)
    return develop(picture, seed=2, exposure=1.25, contrast=1.1, saturation=0.95)


def _island() -> Array:
    size = 1400
    rows, columns = np.mgrid[0:size, 0:size].astype(np.float32)
    rough = eroded(71, columns / 130, rows / 130, octaves=10, damping=0.5)
    fine = eroded(19, columns / 34, rows / 34, octaves=7, damping=0.2)
    bent = 34 * spectral(3, (size, size), beta=2.4, largest=200)
    shape = 1 - np.hypot((columns - 690 + bent) / 250, (rows - 640 + bent) / 180)
    hill = 44 * np.exp(-(((columns - 520) / 66) ** 2) - ((rows - 610) / 120) ** 2)
    brow = 30 * np.exp(-(((columns - 600) / 60) ** 2) - ((rows - 600) / 110) ** 2)
    knoll = 17 * np.exp(-(((columns - 860) / 50) ** 2) - ((rows - 640) / 90) ** 2)
    cliff = smooth(0.0, 0.05 + 0.16 * smooth(640, 760, columns) * smooth(880, 800, columns), shape)
    land = cliff * (9 + (hill + brow + knoll) * (1 + 0.35 * rough) + 9 * rough + 5 * fine) - 2.5
    skerry = 22 * np.exp(-(((columns - 1010) / 13) ** 2) - ((rows - 700) / 20) ** 2)
    stack = 29 * np.exp(-(((columns - 1038) / 7) ** 2) - ((rows - 690) / 14) ** 2)
    low = 9 * np.exp(-(((columns - 1072) / 12) ** 2) - ((rows - 690) / 14) ** 2)
    return np.maximum(land, (skerry + stack + low) * (1 + 0.8 * fine) - 3).astype(np.float32)


def _albedo(heights: Array) -> Array:
    up = normals(heights)[0]
    patch = spectral(12, heights.shape, beta=1.7, largest=60)
    turf = plain("#56583a", heights.shape) * (1 + 0.16 * patch[..., None])
    cliff = plain("#4a4547", heights.shape) * (1 + 0.22 * patch[..., None])
    return lay(turf, cliff, np.maximum(smooth(0.86, 0.62, up), smooth(7, 3, heights)))


def _sky() -> Array:
    y = np.linspace(0, HEIGHT / HORIZON, HEIGHT * 2, dtype=np.float32)[:, None]
    x = np.linspace(0, 1, WIDTH * 2, dtype=np.float32)[None, :]
    sky = ramp(
        y + 0 * x,
        (0, "#3a4a70"),
        (0.45, "#74789c"),
        (0.75, "#c08f9a"),
        (0.93, "#f0b08e"),
        (1, "#f3c6a0"),
    )
    east = np.exp(-((x - 1.02) ** 2) / 0.16)
    texture = spectral(40, (1024, 1024), beta=2.2, largest=300, stretch=4.5)
    cloud = look_up(texture, 430 / np.maximum(1.35 - y, 0.3) + 0 * x, x * 420 + 60 * y)
    wisps = spectral(47, (1024, 1024), beta=1.9, largest=140, stretch=6)
    cloud = cloud + 0.5 * look_up(wisps, 900 / np.maximum(1.35 - y, 0.3) + 0 * x, x * 800 + 90 * y)
    sky = sky * (0.55 + 0.85 * east[..., None])
    cover = smooth(-0.1, 1.6, cloud) * smooth(1.02, 0.85, y)
    under = ramp(y + 0 * x, (0, "#39435f"), (0.55, "#80687f"), (0.9, "#f08d74")) * (
        0.45 + 1.0 * east[..., None]
    )
    return lay(sky, under, cover * 0.85)


def _houses(scene: Array) -> Array:
    places = [(772, 6), (806, 8), (838, 7), (856, 13), (893, 10), (919, 6), (948, 12), (975, 7)]
    places += [(1002, 14), (1032, 8), (1068, 9)]
    for number, (x, up) in enumerate(places):
        size = (6.0 + (number * 37 % 4) * 0.7, 5.0 + (number * 13 % 3) * 0.6)
        scene = _house(scene, x, HORIZON - 7 - up, size, is_lit=number in LIT)
    return scene


def _house(
    scene: Array, x: float, foot: float, size: tuple[float, float], *, is_lit: bool
) -> Array:
    wide, high = size

    def wall(pen: Pen, k: float) -> None:
        pen.rectangle([(x - wide) * k, (foot - high) * k, (x + wide) * k, foot * k], fill=255)

    def roof(pen: Pen, k: float) -> None:
        eaves, ridge = foot - high, foot - high * 1.9
        line = [(x - wide - 0.6, eaves), (x - wide + 2, ridge), (x + wide - 2, ridge)]
        pen.polygon([(a * k, b * k) for a, b in [*line, (x + wide + 0.6, eaves)]], fill=255)
        pen.rectangle([(x + 2) * k, (ridge - 2.4) * k, (x + 3.6) * k, ridge * k], fill=255)

    def pane(pen: Pen, k: float) -> None:
        pen.rectangle([(x - 3) * k, (foot - 4) * k, (x - 0.4) * k, (foot - 1.6) * k], fill=255)

    scene = lay(scene, plain("#9a93a4", scene.shape) * 0.34, mask(wall, blur=0.6) * 0.9)
    scene = lay(scene, plain("#3a3747", scene.shape) * 0.5, mask(roof, blur=0.6))
    if is_lit:
        scene = scene + mask(pane, blur=0.6)[..., None] * colour("#ffb45a") * 9
    return scene
