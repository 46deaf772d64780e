"""Haskerry container terminal at sunrise: four cranes, haze, a slack tide."""

from __future__ import annotations

import numpy as np

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
from sample_photos.noise import Array, Outline, look_up, ridge_line, spectral
from sample_photos.water import reflect

HORIZON = 690
SUN = (1010, 560)


def draw() -> Array:
    scene = _sky()
    rows = np.arange(HEIGHT, dtype=np.float32)[:, None]
    hills = HORIZON - 66 - 16 * ridge_line(6, WIDTH, largest=500, beta=1.5)
    scene = lay(scene, plain("#c98a63", scene.shape) * 0.62, np.clip(rows - hills, 0, 1) * 0.6)
    for x, size, strength, up in ((1390, 0.62, 0.45, 0.2), (1180, 0.70, 0.6, 1.0)):
        scene = _shadow(scene, _crane(x, size, up), strength, "#8a5a48")
    scene = _haze(scene, 0.35)
    scene = _shadow(scene, _stacks(11, 14, 7), 0.62, "#704a40")
    for x, size, strength, up in ((800, 0.95, 0.84, 0.0), (330, 1.18, 0.97, 1.0)):
        scene = _shadow(scene, _crane(x, size, up), strength, "#33262a")
    scene = _shadow(scene, _stacks(5, 20, 4), 0.93, "#2b2228")
    scene = _haze(scene, 0.30)
    scene += glow(scene, threshold=1.0, strength=0.45, radii=(8, 30, 90))
    picture = reflect(
        scene,
        horizon=HORIZON,
        seed=33,
        body=colour("#2b2a2e") * 0.5,
        roughness=0.013,
        waves=0.014,
        wave_size=1.0,
        eye=5,
        focal=1700,
        samples=24,
    )
    return develop(picture, seed=5, exposure=0.95, contrast=1.1, saturation=0.95)


def _sky() -> Array:
    y = np.arange(HEIGHT, dtype=np.float32)[:, None]
    x = np.arange(WIDTH, dtype=np.float32)[None, :]
    down = y / HORIZON + 0 * x
    sky = ramp(
        down, (0, "#7f93a3"), (0.35, "#b3ac9f"), (0.65, "#e3b88a"), (0.9, "#f4b070"), (1, "#eba064")
    )
    gap = np.hypot(x - SUN[0], (y - SUN[1]) * 1.15)
    sky = sky * (0.44 + 0.5 * np.exp(-gap / 420))[..., None]
    cloud = spectral(21, (1024, 1024), beta=2.3, largest=220, stretch=4)
    fine = spectral(22, (1024, 1024), beta=1.9, largest=70, stretch=5)
    far = 1 / np.maximum(1.3 - down, 0.28)
    cover = look_up(cloud, 360 * far + 0.05 * x, 0.33 * x) + 0.4 * look_up(fine, 800 * far, 0.6 * x)
    edge = (0.55 + 1.2 * np.exp(-gap / 260))[..., None]
    under = ramp(down, (0, "#6f7a88"), (0.5, "#b98b78"), (1, "#f0955c")) * edge * 0.8
    sky = lay(sky, under, smooth(0.1, 1.8, cover) * smooth(1.0, 0.8, down) * 0.8)
    disc = smooth(35, 32.5, np.hypot(x - SUN[0], y - SUN[1]))
    return sky + disc[..., None] * colour("#ffd08a") * 5.5


def _crane(x: float, size: float, up: float) -> Array:
    """A ship-to-shore gantry crane from the side; `up` is how far its boom is raised."""
    foot = HORIZON - 12

    def draw(pen: Pen, k: float) -> None:
        def line(points: Outline, wide: float) -> None:
            drawn = [((x + a * size) * k, (foot - b * size) * k) for a, b in points]
            pen.line(drawn, fill=255, width=max(1, round(wide * size * k)), joint="curve")

        for leg in (-46, 46):
            line([(leg, 0), (leg, 232)], 8)
            line([(leg - 15, 3), (leg + 15, 3)], 9)
        line([(-46, 66), (46, 66)], 7)
        line([(-46, 66), (46, 150)], 3.5)
        line([(46, 150), (-46, 212)], 3.5)
        line([(-46, 212), (46, 212)], 8)
        line([(-150, 218), (52, 218)], 10)
        for step in range(-148, 50, 13):
            line([(step, 218), (step + 6.5, 230), (step + 13, 218)], 1.5)
        line([(-150, 230), (52, 230)], 2)
        line([(-8, 222), (34, 320), (46, 232)], 5)
        line([(34, 320), (-146, 226)], 2)
        angle = 0.06 + up * 1.12
        tip = (52 + 205 * np.cos(angle), 220 + 205 * np.sin(angle))
        line([(52, 220), tip], 9)
        if up < 0.5:
            line([(34, 320), (52 + (tip[0] - 52) * 0.5, 222 + (tip[1] - 220) * 0.5)], 2)
            line([(34, 320), tip], 2)
            line([(150, 222), (150, 150)], 1.2)
            line([(162, 222), (162, 150)], 1.2)
            line([(138, 148), (174, 148)], 5)
        else:
            line([(34, 320), tip], 1.6)
        pen.rectangle(
            [
                (x - 104 * size) * k,
                (foot - 248 * size) * k,
                (x - 58 * size) * k,
                (foot - 216 * size) * k,
            ],
            fill=255,
        )

    return mask(draw, blur=0.5)


def _stacks(seed: int, high: float, most: int) -> Array:
    """Containers on the quay, in stacks of up to `most`."""
    rng = np.random.default_rng(seed)

    def draw(pen: Pen, k: float) -> None:
        pen.rectangle([0, (HORIZON - 14) * k, WIDTH * k, (HORIZON + 1) * k], fill=255)
        at = -30.0
        while at < WIDTH:
            count, wide = int(rng.integers(0, most + 1)), high * 2.5
            for level in range(count):
                top = HORIZON - 14 - (level + 1) * high
                pen.rectangle(
                    [at * k, (top + 0.7) * k, (at + wide - 1.2) * k, (top + high) * k], fill=255
                )
            at += wide + (rng.uniform(20, 160) if rng.random() < 0.22 else 0)

    return mask(draw, blur=0.5)


def _shadow(scene: Array, shape: Array, strength: float, tint: str) -> Array:
    """A dark shape through which the haze still shines near the sun."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    near_sun = np.exp(-np.hypot(x - SUN[0], y - SUN[1]) / 150)
    dark = plain(tint, scene.shape) * 0.35 + near_sun[..., None] * colour("#ff9a4a") * 0.35
    return lay(scene, dark, shape * strength)


def _haze(scene: Array, amount: float) -> Array:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    low = np.exp(-(((HORIZON - y) / 120) ** 2)) * (
        0.8 + 0.12 * spectral(2, (HEIGHT, WIDTH), stretch=4)
    )
    warm = np.exp(-np.abs(x - SUN[0]) / 420)[..., None]
    return lay(scene, colour("#d9a17b") * 0.55 + warm * colour("#ffb870") * 0.4, low * amount)
