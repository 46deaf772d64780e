"""The Ander Race from above at half ebb: foam drawn out along the stream, a workboat holding on."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from sample_photos.darkroom import (
    HEIGHT,
    WIDTH,
    Pen,
    blurred,
    develop,
    lay,
    mask,
    plain,
    ramp,
    smooth,
)
from sample_photos.noise import Array, Outline, look_up, spectral

BOAT = (905.0, 600.0)
STEPS = 44


def draw() -> Array:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    flow_y, flow_x, turn = _stream(y, x)
    foam = _drawn_out(flow_y, flow_x, y, x)
    depth = spectral(3, (HEIGHT, WIDTH), beta=3.0, largest=600)
    water = ramp(
        depth * 0.12 + 0.5 + 0.16 * smooth(0, 1, turn),
        (0, "#04191f"),
        (0.5, "#0d3b45"),
        (1, "#2c7476"),
    )
    rise_y, rise_x = np.gradient(ndimage.gaussian_filter(foam, 1.2))
    glint = np.clip(1 + 1.35 * (rise_x * 0.8 - rise_y), 0.5, 1.9)
    fine = spectral(9, (HEIGHT, WIDTH), beta=1.5, largest=18, stretch=1.5)
    light = water * (glint * (1 + 0.10 * fine))[..., None] * 0.9
    froth = spectral(19, (HEIGHT, WIDTH), beta=1.5, largest=14)
    patch = spectral(20, (HEIGHT, WIDTH), beta=2.4, largest=260)
    edge = foam + 0.55 * froth + 0.5 * patch
    white = smooth(1.3, 2.9, edge) * (0.22 + 0.55 * smooth(0.1, 1.0, turn))
    white = white + smooth(1.9, 3.2, edge + 0.8 * smooth(0.5, 1.3, turn)) * 0.5
    light = lay(light, plain("#7fb9b4", light.shape) * 0.5, smooth(0.2, 2.2, edge) * 0.28)
    light = lay(light, plain("#dcebea", light.shape) * 0.86, np.clip(white, 0, 0.95))
    light = _boat(blurred(light, 0.85))
    return develop(light, seed=7, exposure=0.98, contrast=1.14, saturation=0.95, vignette=0.35)


def _stream(y: Array, x: Array) -> tuple[Array, Array, Array]:
    """The current, in pixels a step, and how strongly the water turns or breaks."""
    flow_x = 2.3 + 0.9 * np.exp(-(((y - 500) / 240) ** 2)) + 0 * x
    flow_y = 0.34 * np.sin(x / 310 + y / 500)
    turn = np.zeros_like(x)
    eddies = [
        (330, 330, 130, 1.0),
        (700, 760, 150, -1.0),
        (1080, 320, 150, 1.0),
        (1330, 700, 170, -1.0),
    ]
    eddies += [
        (520, 540, 70, -0.7),
        (830, 450, 66, 0.8),
        (1190, 540, 80, -0.8),
        (150, 720, 100, -0.8),
    ]
    eddies += [(1480, 380, 110, 0.9)]
    for cx, cy, size, spin in eddies:
        dx, dy = x - cx, y - cy
        gap = np.hypot(dx, dy)
        speed = 3.0 * spin * (gap / size) * np.exp(0.5 * (1 - (gap / size) ** 2))
        flow_x = flow_x - speed * dy / (gap + 1)
        flow_y = flow_y + speed * dx / (gap + 1)
        turn = turn + np.exp(-(((gap - size * 0.8) / (size * 0.55)) ** 2))
    for seed, size in ((51, 170), (52, 70)):
        push = spectral(seed, (HEIGHT, WIDTH), beta=3.4, largest=size)
        dy_push, dx_push = np.gradient(push)
        strength = 0.55 * size
        flow_x, flow_y = flow_x + dy_push * strength * 0.6, flow_y - dx_push * strength * 0.6
    return flow_y, flow_x, turn


def _drawn_out(flow_y: Array, flow_x: Array, y: Array, x: Array) -> Array:
    """Noise smeared along the current (line integral convolution, Cabral and Leedom 1993)."""
    grains = spectral(7, (HEIGHT, WIDTH), beta=1.3, largest=26)
    coarse = spectral(8, (HEIGHT, WIDTH), beta=2.0, largest=120)
    total = np.zeros_like(x)
    for way in (1, -1):
        at_y, at_x = y.copy(), x.copy()
        for step in range(STEPS):
            places = [np.clip(at_y, 0, HEIGHT - 1), np.clip(at_x, 0, WIDTH - 1)]
            speed_y = ndimage.map_coordinates(flow_y, places, order=1)
            speed_x = ndimage.map_coordinates(flow_x, places, order=1)
            at_y, at_x = at_y + way * speed_y * 0.42, at_x + way * speed_x * 0.42
            grain = look_up(grains, at_y, at_x) + 0.55 * look_up(coarse, at_y, at_x)
            total += grain * (1 - step / STEPS)
    return (total - total.mean()) / total.std()


def _boat(light: Array) -> Array:
    bx, by = BOAT
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    behind = np.maximum(x - bx - 18, 0)
    churn = spectral(61, (HEIGHT, WIDTH), beta=1.4, largest=22, stretch=2)
    wake = np.exp(-(((y - by - 5 * np.sin(behind / 90)) / (7 + behind * 0.04)) ** 2))
    wake = (
        wake
        * np.exp(-behind / 210)
        * smooth(0, 14, behind)
        * smooth(-0.2, 1.3, churn + 1.6 * np.exp(-behind / 60))
    )
    light = lay(light, plain("#f0f6f5", light.shape) * 0.95, wake * 0.9)

    def outline(points: Outline) -> Array:
        def draw(pen: Pen, k: float) -> None:
            pen.polygon([((bx + a) * k, (by + b) * k) for a, b in points], fill=255)

        return mask(draw, blur=0.45)

    hull = [
        (-40, 0),
        (-30, -8),
        (-14, -12),
        (26, -12),
        (28, -10),
        (28, 10),
        (26, 12),
        (-14, 12),
        (-30, 8),
    ]
    shadow = [(a - 3, b + 9) for a, b in hull]
    light = lay(light, plain("#05161a", light.shape) * 0.5, outline(shadow) * 0.65)
    light = lay(light, plain("#b5482a", light.shape) * 0.9, outline(hull))
    deck = [(a * 0.86, b * 0.76) for a, b in hull]
    light = lay(light, plain("#54605f", light.shape) * 0.9, outline(deck))
    house = [(-20, -7), (-2, -7), (-2, 7), (-20, 7)]
    light = lay(light, plain("#ece9df", light.shape) * 1.05, outline(house))
    light = lay(
        light, plain("#26343a", light.shape), outline([(-22, -6), (-18, -6), (-18, 6), (-22, 6)])
    )
    return lay(light, plain("#d9b23c", light.shape), outline([(8, -3), (20, -3), (20, 4), (8, 4)]))
