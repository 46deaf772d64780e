"""Noise that looks like clouds, water, rock and ridges. Every function is given its seed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import ndimage

# The kinds and shapes of numpy's arrays change with every line here and are not told to mypy.
Array = Any
Outline = Sequence[tuple[float, float]]


def spectral(
    seed: int,
    shape: tuple[int, int],
    *,
    beta: float = 2.0,
    largest: float = 400,
    stretch: float = 1,
) -> Array:
    """Noise with a power spectrum of 1/f^beta, mean 0 and deviation 1, that tiles in both ways.

    `largest` is the size in pixels beyond which there are no features; `stretch` widens features.
    """
    rng = np.random.default_rng(seed)
    height, width = shape
    fy = np.fft.fftfreq(height)[:, None]
    fx = np.fft.rfftfreq(width)[None, :] * stretch
    frequency = np.hypot(fx, fy)
    weight = (frequency**2 + (1 / largest) ** 2) ** (-beta / 2)
    weight[0, 0] = 0
    field = np.fft.irfft2(np.fft.rfft2(rng.standard_normal(shape)) * weight, s=shape)
    return ((field - field.mean()) / field.std()).astype(np.float32)


def look_up(texture: Array, y: Array, x: Array) -> Array:
    """The tiling texture at fractional positions."""
    y, x = np.broadcast_arrays(y, x)
    return ndimage.map_coordinates(texture, [y, x], order=1, mode="grid-wrap")


def perlin(seed: int, x: Array, y: Array) -> tuple[Array, Array, Array]:
    """Gradient noise in about -1..1 and its two derivatives, after Perlin (2002) and Quilez."""
    rng = np.random.default_rng(seed)
    table = rng.permutation(512)
    angle = rng.uniform(0, 2 * np.pi, 512).astype(np.float32)
    gx, gy = np.cos(angle), np.sin(angle)
    xi, yi = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    fx, fy = (x - xi).astype(np.float32), (y - yi).astype(np.float32)
    ux, uy = fx**3 * (fx * (fx * 6 - 15) + 10), fy**3 * (fy * (fy * 6 - 15) + 10)
    dux = 30 * fx * fx * (fx * (fx - 2) + 1)
    duy = 30 * fy * fy * (fy * (fy - 2) + 1)

    def corner(dx: int, dy: int) -> tuple[Array, Array, Array]:
        key = table[(table[(xi + dx) & 511] + yi + dy) & 511]
        return gx[key] * (fx - dx) + gy[key] * (fy - dy), gx[key], gy[key]

    (a, ax, ay), (b, bx, by) = corner(0, 0), corner(1, 0)
    (c, cx, cy), (d, dx_, dy_) = corner(0, 1), corner(1, 1)
    k = a - b - c + d
    value = a + ux * (b - a) + uy * (c - a) + ux * uy * k
    slope_x = ax + ux * (bx - ax) + uy * (cx - ax) + ux * uy * (ax - bx - cx + dx_)
    slope_y = ay + ux * (by - ay) + uy * (cy - ay) + ux * uy * (ay - by - cy + dy_)
    return value, slope_x + dux * (b - a + uy * k), slope_y + duy * (c - a + ux * k)


def eroded(seed: int, x: Array, y: Array, *, octaves: int = 10, damping: float = 1.0) -> Array:
    """Mountains: noise whose finer octaves are held back on slopes, as rain holds them back.

    After Quilez, "Value noise derivatives" (2008). About -1..1.
    """
    total = np.zeros(np.broadcast(x, y).shape, np.float32)
    sx, sy = np.zeros_like(total), np.zeros_like(total)
    size = 1.0
    for octave in range(octaves):
        value, dx, dy = perlin(seed + octave, x, y)
        sx += dx
        sy += dy
        total += size * value / (1 + damping * (sx * sx + sy * sy))
        x, y = 1.6 * x - 1.2 * y, 1.2 * x + 1.6 * y
        size *= 0.5
    return total


def ridge_line(seed: int, width: int, *, largest: float, beta: float = 1.7) -> Array:
    """A hill's outline across `width` columns, deviation 1."""
    wide = spectral(seed, (4, width * 2), beta=beta * 1.35, largest=largest)
    line = wide[0, :width]
    return (line - line.mean()) / line.std()
