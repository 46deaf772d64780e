"""A map of heights and an eye → for every pixel, how far away the ground is and where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from sample_photos.noise import Array, look_up, spectral


@dataclass(frozen=True)
class Seen:
    """What each pixel sees. `distance` is infinite in the sky; `row`, `column` are map places."""

    distance: Array
    row: Array
    column: Array


def look(
    heights: Array,
    *,
    eye: tuple[float, float, float],
    heading: float,
    horizon: float,
    focal: float,
    width: int,
    height: int,
    near: float,
    far: float,
    steps: int = 1400,
) -> Seen:
    """Cast a ray for every pixel. Lengths are in cells of the map; `heading` is in radians.

    `eye` is row, column, height. Columns of the picture are upright slices of the land, so one
    sorted search per column finds every pixel's hill.
    """
    depth = np.geomspace(near, far, steps).astype(np.float32)[:, None]
    side = (np.arange(width, dtype=np.float32)[None, :] - width / 2) / focal
    row = eye[0] - depth * (np.cos(heading) - side * np.sin(heading))
    column = eye[1] + depth * (np.sin(heading) + side * np.cos(heading))
    ground = ndimage.map_coordinates(heights, [row, column], order=1, mode="nearest")
    shown = horizon - (ground - eye[2]) / depth * focal
    top = np.minimum.accumulate(shown, axis=0)
    rows = np.arange(height, dtype=np.float32)
    distance = np.full((height, width), np.inf, np.float32)
    for at in range(width):
        edge = -top[:, at]
        first = np.searchsorted(edge, -rows, side="left")
        hit = first < steps
        index = first[hit]
        before = np.maximum(index - 1, 0)
        rise = edge[index] - edge[before]
        part = np.where(rise > 1e-6, (-rows[hit] - edge[before]) / np.maximum(rise, 1e-6), 1)
        part = np.clip(part, 0, 1)
        found = depth[before, 0] + (depth[index, 0] - depth[before, 0]) * part
        distance[hit, at] = found
    safe = np.where(np.isfinite(distance), distance, 0)
    at_row = eye[0] - safe * (np.cos(heading) - side * np.sin(heading))
    at_column = eye[1] + safe * (np.sin(heading) + side * np.cos(heading))
    return Seen(distance, at_row, at_column)


def normals(heights: Array) -> tuple[Array, Array, Array]:
    """The upright, eastward and southward parts of the ground's normal."""
    south, east = np.gradient(heights)
    length = np.sqrt(1 + east * east + south * south)
    return 1 / length, -east / length, -south / length


def sunlit(heights: Array, *, azimuth: float, elevation: float, reach: int = 260) -> Array:
    """1 where the sun reaches the ground, 0 in shade, soft at the edges.

    `azimuth` is the direction in which the sun stands, in radians from north, clockwise.
    """
    step_row, step_column = -np.cos(azimuth), np.sin(azimuth)
    highest = np.full(heights.shape, -1e9, np.float32)
    rows, columns = np.mgrid[0 : heights.shape[0], 0 : heights.shape[1]].astype(np.float32)
    for distance in np.unique(np.geomspace(1, reach, 70).astype(int)):
        there = ndimage.map_coordinates(
            heights,
            [rows + step_row * distance, columns + step_column * distance],
            order=1,
            mode="nearest",
        )
        highest = np.maximum(highest, (there - heights) / distance)
    slope = np.tan(elevation)
    return 1 - np.clip((highest - slope) / (0.12 * slope + 0.02) + 0.5, 0, 1)


def lit(
    heights: Array,
    albedo: Array,
    *,
    azimuth: float,
    elevation: float,
    sun: Array,
    sky: Array,
    reach: int = 260,
) -> Array:
    """The map as it is lit: `albedo` under a sun with shadows and under the sky's own light."""
    up, east, south = normals(heights)
    across = np.cos(elevation)
    direct = up * np.sin(elevation) + east * np.sin(azimuth) * across
    direct = np.clip(direct - south * np.cos(azimuth) * across, 0, None)
    direct = direct * sunlit(heights, azimuth=azimuth, elevation=elevation, reach=reach)
    return albedo * (direct[..., None] * sun + (0.35 + 0.65 * up)[..., None] * sky)


def at(field: Array, seen: Seen) -> Array:
    """What the map `field` (one value or three a cell) holds where each pixel looks."""
    places = [seen.row, seen.column]
    if field.ndim == 2:
        return ndimage.map_coordinates(field, places, order=1, mode="nearest")
    layers = [
        ndimage.map_coordinates(field[..., c], places, order=1, mode="nearest") for c in range(3)
    ]
    return np.stack(layers, axis=-1)


def detail(seed: int, seen: Seen) -> Array:
    """Rubble, heather and tussock finer than the map: 1 in the mean, fading with distance."""
    near = np.where(np.isfinite(seen.distance), seen.distance, 1e5)
    total = np.zeros_like(near)
    texture = spectral(seed, (1024, 1024), beta=1.3, largest=60)
    for scale in (6.0, 22.0, 70.0):
        total += look_up(texture, seen.row * scale, seen.column * scale) / (1 + near * scale / 1800)
    return np.clip(1 + 0.16 * total, 0.3, 2)
