"""A scene above a horizon → the same scene with water below it."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from sample_photos.noise import Array, look_up, spectral


def reflect(
    scene: Array,
    *,
    horizon: int,
    seed: int,
    body: Array,
    roughness: float = 0.03,
    waves: float = 0.03,
    wave_size: float = 1.0,
    focal: float = 1500,
    eye: float = 4.0,
    samples: int = 20,
    swell: float = 0.0,
) -> Array:
    """Water from row `horizon` down, reflecting what stands above it.

    Each pixel's ray meets a plane `eye` metres below. Slopes of waves (`waves`, in radians) come
    from tiling textures laid on that plane, so that they shrink towards the horizon; slopes too
    small to see (`roughness`) are drawn at random and averaged, which is what makes the long
    streaks under lamps. `body` is the colour of the water itself, seen where the view is steep.
    """
    height, width = scene.shape[:2]
    rng = np.random.default_rng(seed)
    below = np.arange(horizon, height, dtype=np.float32) - horizon + 0.5
    grazing = np.arctan(below / focal)[:, None]
    distance = eye * focal / below[:, None]
    across = (np.arange(width, dtype=np.float32)[None, :] - width / 2) / focal * distance
    slope_x, slope_y = _slopes(seed, across, distance, focal, wave_size)
    slope_x, slope_y = slope_x * waves, slope_y * waves
    if swell:
        long_wave = spectral(seed + 9, (256, 256), beta=3.2, largest=50, stretch=0.3)
        slope_y = slope_y + swell * look_up(long_wave, distance * 4, across * 2)
    found = np.zeros((height - horizon, width, 3), np.float32)
    columns = np.arange(width, dtype=np.float32)[None, :]
    for _ in range(samples):
        sy = slope_y + roughness * rng.standard_normal(slope_y.shape).astype(np.float32)
        sx = slope_x + roughness * rng.standard_normal(slope_x.shape).astype(np.float32)
        source_y = horizon - np.abs(below[:, None] + 2 * sy * focal)
        source_x = columns + 2 * sx * focal * np.sin(grazing + 0.02) * 2.5
        places = [np.clip(source_y, 0, horizon - 1), np.clip(source_x, 0, width - 1)]
        mirror = np.stack(
            [ndimage.map_coordinates(scene[..., c], places, order=1) for c in range(3)], -1
        )
        facing = np.clip(np.sin(grazing + sy * 1.2), 0, 1)
        gloss = (0.02 + 0.98 * (1 - facing) ** 5)[..., None]
        found += mirror * gloss + body * (1 - gloss)
    wet = scene.copy()
    wet[horizon:] = found / samples
    return wet


def _slopes(
    seed: int, across: Array, distance: Array, focal: float, wave_size: float
) -> tuple[Array, Array]:
    """Slopes of four sizes of wave, each faded out where a wave is smaller than a pixel."""
    total_x = np.zeros(np.broadcast(across, distance).shape, np.float32)
    total_y = np.zeros_like(total_x)
    footprint = distance * distance / (focal * 4.0)
    for octave, length in enumerate((4.0, 1.7, 0.7, 0.3)):
        metres = length * wave_size
        texture = spectral(seed + octave, (512, 512), beta=2.2, largest=40, stretch=1.5)
        rise_y = np.roll(texture, -1, 0) - np.roll(texture, 1, 0)
        rise_x = np.roll(texture, -1, 1) - np.roll(texture, 1, 1)
        rise_y, rise_x = rise_y / rise_y.std(), rise_x / rise_x.std()
        scale = 40 / metres
        fade = 1 / (1 + (footprint / metres) ** 2)
        y, x = distance * scale, across * scale
        share = (0.5, 0.5, 0.45, 0.35)[octave]
        total_y += share * fade * look_up(rise_y, y + 77 * octave, x + 31 * octave)
        total_x += share * fade * look_up(rise_x, y + 13 * octave, x + 59 * octave)
    return total_x, total_y
