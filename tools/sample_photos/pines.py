"""Pines above Lake Sorn in rime and fog."""

from __future__ import annotations

import numpy as np

from sample_photos.darkroom import (
    HEIGHT,
    WIDTH,
    Pen,
    blurred,
    colour,
    develop,
    lay,
    mask,
    plain,
    ramp,
)
from sample_photos.noise import Array, ridge_line, spectral


def draw() -> Array:
    rng = np.random.default_rng(12)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    light = ramp(y / HEIGHT, (0, "#a9b7c4"), (0.5, "#ccd3d8"), (1, "#dfe3e4")) * 0.86
    glow_at = np.exp(-(((x - 1080) / 480) ** 2) - ((y - 250) / 300) ** 2)
    light = light + glow_at[..., None] * colour("#ffe9cc") * 0.22
    for layer in range(7):
        near = layer / 6
        count, high = int(64 - 50 * near), 95 + 560 * near**1.9
        ground = (
            470
            + 400 * near**1.25
            + (20 + 8 * near) * ridge_line(layer + 3, WIDTH, largest=900, beta=2.4)
        )
        light = _stand(light, rng, near, count, high, ground, layer)
        if layer < 6:
            drift = spectral(layer + 90, (HEIGHT, WIDTH), beta=2.5, largest=340, stretch=3)
            bank = np.exp(-(((y - ground[None, :] - 30) / (70 + 70 * near)) ** 2))
            fog = (
                plain("#d3d9de", light.shape) * 0.86 + glow_at[..., None] * colour("#fff0dc") * 0.12
            )
            light = lay(light, fog, np.clip(bank * (0.5 + 0.3 * drift), 0, 0.9))
    light += blurred(light, 30) * 0.05
    return develop(light, seed=10, exposure=0.78, contrast=1.16, saturation=1.0, vignette=0.3)


def _stand(
    light: Array,
    rng: np.random.Generator,
    near: float,
    count: int,
    high: float,
    ground: Array,
    layer: int,
) -> Array:
    trunks = sorted(rng.uniform(-60, WIDTH + 60, count))
    trees = [(x, high * rng.uniform(0.5, 1.12), int(rng.integers(1 << 30))) for x in trunks]
    if near > 0.8:
        trees = [tree for tree in trees if not 380 < tree[0] < 1120]

    def feet(x: float) -> float:
        return float(ground[int(np.clip(x, 0, WIDTH - 1))])

    def wood(pen: Pen, k: float) -> None:
        for x, tall, seed in trees:
            _pine(
                pen, k, x, feet(x) + tall * 0.05, tall, np.random.default_rng(seed), is_snow=False
            )

    def rime(pen: Pen, k: float) -> None:
        for x, tall, seed in trees:
            _pine(pen, k, x, feet(x) + tall * 0.05, tall, np.random.default_rng(seed), is_snow=True)

    shape, white_on = (
        mask(wood, blur=0.5 + 1.0 * (1 - near) ** 2),
        mask(rime, blur=0.6 + 1.3 * near),
    )
    rows = np.arange(HEIGHT, dtype=np.float32)[:, None]
    drift = spectral(layer + 70, (HEIGHT, WIDTH), beta=2.2, largest=260, stretch=3)
    slope = np.clip((rows - ground[None, :] - 6 * near * drift) / (2 + 10 * near), 0, 1)
    depth = np.full(shape.shape, near**0.7, np.float32)
    body = lay(plain("#a9b5c0", light.shape) * 0.74, plain("#3b4a50", light.shape) * 0.55, depth)
    white = lay(plain("#dbe1e6", light.shape) * 0.8, plain("#f0f4f8", light.shape) * 0.86, depth)
    light = lay(light, body, shape)
    light = lay(light, white, white_on * (0.42 + 0.12 * near))
    shade = np.clip((rows - ground[None, :]) / 240, 0, 1) * (0.10 + 0.04 * drift)
    return lay(light, white * (1 - shade[..., None]), slope)


def _pine(
    pen: Pen,
    k: float,
    x: float,
    foot: float,
    tall: float,
    rng: np.random.Generator,
    *,
    is_snow: bool,
) -> None:
    """A spruce of drooping boughs with gaps between them; or only the snow that lies on those."""
    lean, thin = rng.normal(0, 0.012), rng.uniform(0.75, 1.1)
    if not is_snow:
        trunk = [(x - tall * 0.010, foot), (x + tall * 0.010, foot), (x + lean * tall, foot - tall)]
        pen.polygon([(a * k, b * k) for a, b in trunk], fill=255)
    boughs = int(24 + tall / 11)
    for number in range(boughs):
        up = 0.05 + 0.94 * number / boughs
        for side in (-1, 1):
            reach = tall * 0.17 * thin * (1 - up) ** 0.8 * rng.uniform(0.45, 1.2) + tall * 0.008
            at_x, at_y = x + lean * tall * up, foot - tall * (up + rng.uniform(-0.01, 0.01))
            droop, curl = reach * rng.uniform(0.18, 0.5), rng.uniform(0.0, 0.18) * reach
            for part in range(6):
                near_end, far_end = part / 6, (part + 1.35) / 6
                one = (at_x + side * reach * near_end, at_y + droop * near_end**0.8)
                two = (
                    at_x + side * reach * far_end,
                    at_y + droop * far_end**0.8 - curl * (part > 3),
                )
                thick = tall * 0.010 * (1.15 - up) * (1.15 - part / 6) + 0.4
                if is_snow:
                    if rng.random() < 0.42:
                        line = [(one[0], one[1] - thick * 0.9), (two[0], two[1] - thick * 0.7)]
                        wide = max(1, round(thick * 0.7 * k))
                        pen.line([(a * k, b * k) for a, b in line], fill=255, width=wide)
                    continue
                hang = thick * rng.uniform(1.6, 3.4)
                line = [
                    one,
                    two,
                    ((one[0] + two[0]) / 2 + side * thick, (one[1] + two[1]) / 2 + hang),
                ]
                pen.polygon([(a * k, b * k) for a, b in line], fill=255)
                pen.line(
                    [(a * k, b * k) for a, b in (one, two)],
                    fill=255,
                    width=max(1, round(thick * k)),
                )
