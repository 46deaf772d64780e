"""From light to a JPEG file: masks, glow, tone, grain, save."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

from sample_photos.noise import Array

Pen = ImageDraw.ImageDraw
WIDTH, HEIGHT = 1600, 1067


def colour(text: str) -> Array:
    """`"#rrggbb"` as linear light."""
    value = np.array([int(text[i : i + 2], 16) for i in (1, 3, 5)], np.float32) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def plain(text: str, shape: tuple[int, ...]) -> Array:
    """One colour over a whole map or picture."""
    return np.broadcast_to(colour(text).astype(np.float32), (*shape[:2], 3))


def ramp(position: Array, *stops: tuple[float, str]) -> Array:
    """Colours along `position`, blended smoothly between the stops."""
    places = [place for place, _ in stops]
    shades = np.array([colour(text) for _, text in stops])
    return np.stack(
        [np.interp(position, places, shades[:, channel]) for channel in range(3)], axis=-1
    ).astype(np.float32)


def smooth(low: float, high: float, value: Array) -> Array:
    """0 below `low`, 1 above `high`, an S between."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def mask(
    draw: Callable[[Pen, float], None],
    *,
    width: int = WIDTH,
    height: int = HEIGHT,
    blur: float = 0,
) -> Array:
    """What `draw(pen, scale)` fills with white, 0..1, drawn at three times the size."""
    image = Image.new("L", (width * 3, height * 3))
    draw(ImageDraw.Draw(image), 3.0)
    small = image.resize((width, height), Image.Resampling.BOX)
    found = np.asarray(small, np.float32) / 255
    return ndimage.gaussian_filter(found, blur) if blur else found


def lay(under: Array, over: Array, cover: Array) -> Array:
    """`over` upon `under` where `cover` is 1."""
    return under + (over - under) * cover[..., None]


def halved(light: Array) -> Array:
    """A picture drawn at twice the size, each four pixels made one."""
    height, width = light.shape[0] // 2, light.shape[1] // 2
    return light.reshape(height, 2, width, 2, 3).mean((1, 3)).astype(np.float32)


def blurred(light: Array, radius: float) -> Array:
    return ndimage.gaussian_filter(light, (radius, radius, 0))


def glow(light: Array, *, threshold: float, strength: float, radii: tuple[float, ...]) -> Array:
    """The light that spills from what is brighter than `threshold`, to be added."""
    bright = np.maximum(light - threshold, 0)
    spill = np.zeros_like(light)
    for radius in radii:
        step = max(1, int(radius / 6))
        small = bright[::step, ::step]
        if step > 1:
            small = ndimage.uniform_filter(bright, (step, step, 1))[::step, ::step]
        soft = ndimage.gaussian_filter(small, (radius / step, radius / step, 0))
        if step > 1:
            soft = _grow(soft, light.shape)
        spill += soft
    return spill * (strength / len(radii))


def _grow(small: Array, shape: tuple[int, ...]) -> Array:
    y = np.linspace(0, small.shape[0] - 1, shape[0])
    x = np.linspace(0, small.shape[1] - 1, shape[1])
    places = np.meshgrid(y, x, indexing="ij")
    return np.stack([ndimage.map_coordinates(small[..., c], places, order=1) for c in range(3)], -1)


def develop(
    light: Array,
    *,
    seed: int,
    exposure: float = 1.0,
    contrast: float = 1.0,
    saturation: float = 1.0,
    grain: float = 0.0055,
    vignette: float = 0.25,
    lift: float = 0.0,
) -> Array:
    """Linear light to 8-bit: vignette, film curve (Hable's fit of ACES by Narkowicz), grain."""
    height, width = light.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    light = light * exposure * (1 - vignette * (0.6 * x * x + 0.4 * y * y))[..., None]
    light = np.maximum(light, 0)
    toned = light * (2.51 * light + 0.03) / (light * (2.43 * light + 0.59) + 0.14)
    grey = toned @ np.array([0.2126, 0.7152, 0.0722])
    toned = np.clip(grey[..., None] + (toned - grey[..., None]) * saturation, 0, 1)
    shown = toned ** (1 / 2.2)
    shown = 0.5 + (shown - 0.5) * contrast
    shown = lift + shown * (1 - lift)
    rng = np.random.default_rng(seed)
    speck = ndimage.gaussian_filter(rng.standard_normal((height, width)), 0.75) * 2.2
    amount = grain * (0.45 + 1.1 * np.sqrt(np.clip(1 - grey, 0, 1)) * np.clip(grey * 6, 0.25, 1))
    shown = shown + (speck * amount)[..., None]
    return (np.clip(shown, 0, 1) * 255 + 0.5).astype(np.uint8)


def save(picture: Array, path: Path, *, most_kilobytes: int) -> int:
    """Write a progressive JPEG at the best quality that fits. Gives its size in bytes."""
    image = Image.fromarray(picture)
    for quality in range(86, 60, -2):
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
        if buffer.tell() <= most_kilobytes * 1000:
            break
    path.write_bytes(buffer.getvalue())
    return buffer.tell()
