"""The Saint Ruan leaving Tolvik in rain, seen through the window of the ferry office."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from sample_photos.darkroom import (
    HEIGHT,
    WIDTH,
    Pen,
    blurred,
    colour,
    develop,
    glow,
    lay,
    mask,
    plain,
    ramp,
    smooth,
)
from sample_photos.noise import Array, Outline, ridge_line, spectral
from sample_photos.water import reflect

HORIZON = 570


def draw() -> Array:
    y = np.arange(HEIGHT, dtype=np.float32)[:, None] + np.zeros((1, WIDTH), np.float32)
    scene = _weather(y)
    scene = _ferry(scene)
    scene = _lamps(scene)
    scene += glow(scene, threshold=0.8, strength=0.7, radii=(4, 16, 50))
    outside = reflect(
        scene,
        horizon=HORIZON,
        seed=8,
        body=colour("#20313a") * 0.55,
        roughness=0.022,
        waves=0.05,
        wave_size=1.7,
        eye=7,
        focal=1700,
        samples=16,
    )
    veil = np.exp(-(((y - HORIZON) / 70) ** 2))
    outside = lay(outside, plain("#8fa1aa", outside.shape) * 0.5, veil * 0.30)
    streaks = ndimage.gaussian_filter(spectral(5, (HEIGHT, WIDTH), beta=0.4, largest=6), (13, 0.35))
    outside = outside * (1 + 0.05 * streaks / streaks.std())[..., None]
    seen = _window(outside, np.random.default_rng(31))
    return develop(seen, seed=12, exposure=1.12, contrast=1.12, saturation=0.9, vignette=0.42)


def _weather(y: Array) -> Array:
    down = y / HORIZON
    sky = ramp(down, (0, "#5b6a76"), (0.6, "#83939c"), (1, "#a3b0b3")) * 0.62
    cloud = spectral(17, (HEIGHT, WIDTH), beta=2.6, largest=420, stretch=2)
    sky = sky * (1 - 0.10 * cloud)[..., None]
    for seed, level, rise, tint, strength in (
        (21, 118, 32, "#8496a0", 0.52),
        (22, 78, 24, "#70838d", 0.46),
        (23, 34, 12, "#566a74", 0.40),
    ):
        top = HORIZON - level - rise * ridge_line(seed, WIDTH, largest=500, beta=1.6)
        sky = lay(
            sky, plain(tint, sky.shape) * strength, np.clip((y - top[None, :]) / 5, 0, 1) * 0.75
        )
    return sky


def _ferry(scene: Array) -> Array:
    ox, oy, s = 690.0, HORIZON + 4.0, 1.75

    def shape(*outlines: Outline) -> Array:
        def draw(pen: Pen, k: float) -> None:
            for outline in outlines:
                pen.polygon([((ox + a * s) * k, (oy - b * s) * k) for a, b in outline], fill=255)

        return mask(draw, blur=0.6)

    def paint(light: Array, tint: str, strength: float, cover: Array) -> Array:
        return lay(light, plain(tint, light.shape) * strength, cover)

    hull = [(-172, 34), (-168, 0), (172, 0), (206, 44), (150, 38), (60, 36)]
    boot = [(-169, 8), (-168, 0), (172, 0), (178, 8)]
    deck = [(-160, 34), (-160, 60), (118, 60), (132, 37)]
    upper = [(-128, 60), (-126, 78), (84, 78), (98, 60)]
    bridge = [(38, 78), (40, 98), (78, 98), (88, 78)]
    wing = [(32, 88), (32, 92), (96, 92), (96, 88)]
    funnel = [(-62, 78), (-58, 114), (-28, 114), (-24, 78)]
    band = [(-59.5, 98), (-58.6, 107), (-27.4, 107), (-26.5, 98)]
    mast = [(55, 98), (57, 142), (59, 142), (61, 98)]
    yard = [(44, 126), (44, 127.5), (72, 127.5), (72, 126)]
    post = [(-148, 60), (-147, 92), (-145, 92), (-144, 60)]
    scene = paint(scene, "#20303c", 0.42, shape(hull))
    scene = paint(scene, "#5e2c2a", 0.40, shape(boot))
    scene = paint(scene, "#c8d0d0", 0.56, shape(deck, upper, bridge))
    scene = paint(scene, "#9aa5a8", 0.5, shape([(-128, 60), (-128, 63), (98, 63), (98, 60)], wing))
    scene = paint(scene, "#7e8b90", 0.5, shape(mast, yard, post))
    scene = paint(scene, "#b0503c", 0.5, shape(funnel))
    scene = paint(scene, "#dfe3df", 0.55, shape(band))
    rail = [[(a, 60), (a, 66), (a + 0.5, 66), (a + 0.5, 60)] for a in range(-160, -126, 4)]
    boats = [[(a, 80), (a - 2, 85), (a + 22, 85), (a + 20, 80)] for a in (-112, -86, -4)]
    scene = paint(scene, "#c1622f", 0.5, shape(*boats))
    scene = paint(scene, "#8c979a", 0.5, shape(*rail))
    glass = [[(a, 46), (a, 53), (a + 7, 53), (a + 7, 46)] for a in range(-148, 112, 12)]
    glass += [[(a, 67), (a, 73), (a + 8, 73), (a + 8, 67)] for a in range(-118, 78, 13)]
    front = [[(a, 86), (a, 94), (a + 6, 94), (a + 6, 86)] for a in range(43, 78, 8)]
    ports = [[(a, 22), (a, 25), (a + 3, 25), (a + 3, 22)] for a in range(-150, 130, 16)]
    scene = scene + shape(*glass)[..., None] * colour("#ffc574") * 1.15
    scene = scene + shape(*ports)[..., None] * colour("#ffc574") * 0.5
    scene = paint(scene, "#2b3a42", 0.5, shape(*front))
    scene = (
        scene
        + shape([(55.5, 141), (55.5, 144), (59, 144), (59, 141)])[..., None] * colour("#fff1d0") * 7
    )
    scene = (
        scene
        + shape([(94, 91), (94, 93.5), (96.5, 93.5), (96.5, 91)])[..., None] * colour("#58ff9a") * 4
    )
    smoke = spectral(55, (HEIGHT, WIDTH), beta=2.2, largest=130, stretch=2)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    back = (ox - 44 * s) - x
    path = oy - 118 * s - 26 * np.sqrt(np.clip(back, 0, None) / 40)
    plume = np.exp(-(((y - path) / (9 + 0.13 * np.clip(back, 0, None))) ** 2)) * smooth(
        -8, 12, back
    )
    plume = plume * np.exp(-np.clip(back, 0, None) / 200) * np.clip(0.7 + 0.4 * smoke, 0, 1)
    scene = paint(scene, "#565f64", 0.5, plume * 0.6)
    veil = np.full(scene.shape[:2], 0.16, np.float32)
    return lay(scene, plain("#8fa0a8", scene.shape) * 0.5, veil)


def _lamps(scene: Array) -> Array:
    """The end of the quay on the right, with its lamps."""

    def pier(pen: Pen, k: float) -> None:
        line = [
            (1250, HORIZON + 3),
            (1262, HORIZON - 17),
            (WIDTH, HORIZON - 46),
            (WIDTH, HORIZON + 3),
        ]
        pen.polygon([(a * k, b * k) for a, b in line], fill=255)
        for x, top in ((1300, 116), (1420, 146), (1570, 184)):
            foot = HORIZON - 20 - (x - 1262) * 0.08
            pen.rectangle([(x - 1.6) * k, (foot - top) * k, (x + 1.6) * k, foot * k], fill=255)
            pen.rectangle(
                [(x - 18) * k, (foot - top) * k, (x + 1.6) * k, (foot - top + 2.4) * k], fill=255
            )

    def bulbs(pen: Pen, k: float) -> None:
        for x, top in ((1300, 116), (1420, 146), (1570, 184)):
            foot = HORIZON - 20 - (x - 1262) * 0.08
            pen.ellipse(
                [(x - 24) * k, (foot - top + 1) * k, (x - 13) * k, (foot - top + 7) * k], fill=255
            )

    scene = lay(scene, plain("#2c3840", scene.shape) * 0.42, mask(pier, blur=0.7))
    return scene + mask(bulbs, blur=1)[..., None] * colour("#ffc27a") * 9


def _window(outside: Array, rng: np.random.Generator) -> Array:
    """Wet glass: every drop is a small lens that shows the scene upside down."""
    behind = blurred(outside, 1.6)
    mist = spectral(66, (HEIGHT, WIDTH), beta=2.0, largest=240)
    behind = lay(behind, blurred(outside, 7), np.clip(0.28 + 0.2 * mist, 0, 0.7))
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    lens_y, lens_x = np.zeros_like(y), np.zeros_like(x)
    shine, cover = np.zeros_like(x), np.zeros_like(x)
    far = blurred(outside, 3)
    drops = [
        (rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT), 1.6 + rng.pareto(2.6) * 2.0)
        for _ in range(2600)
    ]
    drops = [drop for drop in drops if drop[2] < 24]
    clear = [(px, py) for px, py, _ in ((430, 0, 0), (1010, 0, 0), (1380, 0, 0))]
    for px, py, size in sorted(drops, key=lambda drop: drop[2]):
        if any(abs(px - cx - 12 * np.sin(py / 70)) < 12 for cx, _ in clear) and size < 9:
            continue
        reach = int(size * 1.6) + 2
        top, left = max(0, int(py) - reach), max(0, int(px) - reach)
        part = (slice(top, int(py) + reach + 1), slice(left, int(px) + reach + 1))
        dy, dx = (y[part] - py) / size, (x[part] - px) / size
        gap = np.hypot(dx * (1.05 + 0.1 * dy), dy * 0.92)
        inside = smooth(1.0 + 0.6 / size, 1.0 - 0.6 / size, gap)
        stronger = inside > cover[part] * 0.5
        lens_y[part] = np.where(stronger, -dy * 175 * (0.4 + gap), lens_y[part])
        lens_x[part] = np.where(stronger, -dx * 175 * (0.4 + gap), lens_x[part])
        rim = 1 - 0.55 * gap**3 * smooth(-0.2, 0.9, -dy) + 0.25 * smooth(0.3, 0.95, dy) * gap
        spot = np.exp(-(((dx + 0.35) / 0.2) ** 2) - ((dy + 0.42) / 0.2) ** 2) * (size > 3)
        shine[part] = np.where(stronger, rim + 0.35 * spot, shine[part])
        cover[part] = np.maximum(cover[part], inside)
    places = [np.clip(y + lens_y, 0, HEIGHT - 1), np.clip(x + lens_x, 0, WIDTH - 1)]
    through = np.stack(
        [ndimage.map_coordinates(far[..., c], places, order=1) for c in range(3)], -1
    )
    return lay(behind, through * shine[..., None] * 1.04, cover)
