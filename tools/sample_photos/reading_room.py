"""The reading room of the National Library on a clear morning, ray by ray."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from sample_photos.darkroom import (
    HEIGHT,
    WIDTH,
    blurred,
    colour,
    develop,
    glow,
    lay,
    plain,
    smooth,
)
from sample_photos.noise import Array, look_up, spectral

HALF, SPRING, RISE, LENGTH = 6.0, 7.6, 2.6, 44.0
WINDOWS = tuple(5.0 + 5.2 * n for n in range(8))
TO_SUN = np.array([-0.80, 0.52, 0.30]) / np.sqrt(0.80**2 + 0.52**2 + 0.30**2)
EYE = np.array([0.30, 2.05, 0.2])
FOCAL, MIDDLE = 1150.0, (WIDTH * 0.53, HEIGHT * 0.47)


@dataclass(frozen=True)
class Box:
    low: tuple[float, float, float]
    high: tuple[float, float, float]
    tint: str


def draw() -> Array:
    boxes, shades = _furniture()
    total = np.zeros((HEIGHT, WIDTH, 3), np.float32)
    far = np.zeros((HEIGHT, WIDTH), np.float32)
    for shift_y, shift_x in ((0.25, 0.25), (0.75, 0.75)):
        ray = _rays(shift_y, shift_x)
        light, distance = _trace(ray, boxes, shades, shift_y, shift_x)
        total += light.reshape(HEIGHT, WIDTH, 3) / 2
        far = distance.reshape(HEIGHT, WIDTH)
    total += _dust(far, np.random.default_rng(2))
    total += glow(total, threshold=1.0, strength=0.40, radii=(5, 22, 80))
    total += blurred(total, 30) * 0.04
    return develop(total, seed=15, exposure=1.22, contrast=1.16, saturation=0.95, vignette=0.38)


def _rays(shift_y: float, shift_x: float) -> Array:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    across, up = (x + shift_x - MIDDLE[0]) / FOCAL, -(y + shift_y - MIDDLE[1]) / FOCAL
    ray = np.stack([across, up, np.ones_like(x)], -1)
    return (ray / np.linalg.norm(ray, axis=-1, keepdims=True)).reshape(-1, 3)


def _furniture() -> tuple[list[Box], list[Box]]:
    """Tables, chairs, open books; and the shades of the lamps, which give light."""
    rng = np.random.default_rng(5)
    boxes: list[Box] = []
    shades: list[Box] = []
    for row in range(8):
        z = 4.6 + row * 4.6
        for left, right in ((-4.5, -1.1), (1.7, 5.1)):
            boxes.append(Box((left, 0.72, z), (right, 0.78, z + 1.5), "#7a4826"))
            boxes.append(
                Box((left + 0.15, 0.62, z + 0.12), (right - 0.15, 0.72, z + 1.38), "#4b2d18")
            )
            for leg in (left + 0.12, right - 0.24):
                boxes += [
                    Box((leg, 0, foot), (leg + 0.12, 0.72, foot + 0.12), "#4b2d18")
                    for foot in (z + 0.12, z + 1.26)
                ]
            for seat in np.arange(left + 0.35, right - 0.4, 1.05):
                _chair(boxes, float(seat), z - rng.uniform(0.10, 0.34))
                if rng.random() < 0.4:
                    page = float(seat) + rng.uniform(-0.1, 0.1)
                    boxes.append(
                        Box((page, 0.78, z + 0.2), (page + 0.21, 0.80, z + 0.48), "#efe6d2")
                    )
                    boxes.append(
                        Box((page + 0.22, 0.78, z + 0.2), (page + 0.43, 0.80, z + 0.48), "#e9dfca")
                    )
            x, deep = (left + right) / 2, z + 0.75
            boxes.append(
                Box((x - 0.012, 0.78, deep - 0.012), (x + 0.012, 1.12, deep + 0.012), "#b08a42")
            )
            boxes.append(
                Box((x - 0.09, 0.78, deep - 0.06), (x + 0.09, 0.80, deep + 0.06), "#8a6a30")
            )
            shades.append(
                Box((x - 0.19, 1.08, deep - 0.055), (x + 0.19, 1.17, deep + 0.055), "#2c6b4c")
            )
    return boxes, shades


def _chair(boxes: list[Box], x: float, z: float) -> None:
    tint = "#5a341b"
    boxes.append(Box((x, 0.42, z - 0.42), (x + 0.44, 0.46, z), "#3f2a1c"))
    for side in (x, x + 0.40):
        boxes.append(Box((side, 0, z - 0.44), (side + 0.04, 0.96, z - 0.40), tint))
        boxes.append(Box((side, 0, z - 0.04), (side + 0.04, 0.42, z), tint))
    for low, high in ((0.84, 0.96), (0.62, 0.67)):
        boxes.append(Box((x, low, z - 0.435), (x + 0.44, high, z - 0.405), tint))


def _trace(
    ray: Array, boxes: list[Box], shades: list[Box], shift_y: float, shift_x: float
) -> tuple[Array, Array]:
    """The light along each ray and how far it goes."""
    distance, normal, tint, own = _shell(ray)
    for box in [*boxes, *shades]:
        seen = _pixels(box, shift_y, shift_x)
        if not seen.size:
            continue
        near, facing = _hit(EYE, ray[seen], box)
        closer = near < distance[seen]
        found = seen[closer]
        distance[found], normal[found], tint[found] = near[closer], facing[closer], colour(box.tint)
        own[found] = colour("#4fae7c") * 0.10 if box in shades else 0
    spot = (EYE + ray * distance[:, None]).astype(np.float32)
    wood = spectral(3, (512, 512), beta=1.7, largest=80, stretch=4)
    grain = look_up(wood, spot[:, 2] * 120, spot[:, 0] * 26 + spot[:, 1] * 60)
    tint = tint * (1 + 0.10 * grain * (distance < 30))[:, None]
    inside = spot + normal * 0.01
    direct = np.clip(normal @ TO_SUN, 0, None) * _is_sunny(inside, [*boxes, *shades])
    soft = _from_windows(inside, normal)
    light = tint * (
        direct[:, None] * colour("#ffdca0") * 9.5
        + soft[:, None] * colour("#c9dcf2") * 1.25
        + _from_lamps(inside, normal, shades)[:, None] * colour("#ffc070") * 0.12
        + colour("#d8b48c") * (0.075 + 0.03 * normal[:, 1:2])
    )
    glare = (
        np.clip(1 - np.abs((ray * normal).sum(1)), 0, 1) ** 4
        * (normal[:, 1] > 0.9)
        * (spot[:, 1] < 0.9)
    )
    light = light + (glare * (0.06 + 0.3 * soft))[:, None] * colour("#dfe9f5")
    return (light + own).astype(np.float32), distance.astype(np.float32)


def _pixels(box: Box, shift_y: float, shift_x: float) -> Array:
    """The numbers of the pixels in which the box can appear."""
    corners = np.array(
        [
            [x, y, z]
            for x in (box.low[0], box.high[0])
            for y in (box.low[1], box.high[1])
            for z in (box.low[2], box.high[2])
        ]
    )
    gap = corners - EYE
    if gap[:, 2].max() < 0.1:
        return np.zeros(0, int)
    deep = np.maximum(gap[:, 2], 0.1)
    x = gap[:, 0] / deep * FOCAL + MIDDLE[0] - shift_x
    y = -gap[:, 1] / deep * FOCAL + MIDDLE[1] - shift_y
    left, right = max(0, int(x.min())), min(WIDTH, int(x.max()) + 2)
    top, bottom = max(0, int(y.min())), min(HEIGHT, int(y.max()) + 2)
    if left >= right or top >= bottom:
        return np.zeros(0, int)
    return (np.arange(top, bottom)[:, None] * WIDTH + np.arange(left, right)[None, :]).ravel()


def _from_lamps(spot: Array, normal: Array, shades: list[Box]) -> Array:
    total = np.zeros(len(spot), np.float32)
    for shade in shades:
        middle = (np.array(shade.low) + np.array(shade.high)) / 2 - (0, 0.07, 0)
        close = np.flatnonzero(
            (np.abs(spot[:, 2] - middle[2]) < 2.2) & (np.abs(spot[:, 0] - middle[0]) < 2.6)
        )
        gap = middle - spot[close]
        far = np.maximum(np.linalg.norm(gap, axis=1), 0.05)
        facing = np.clip((gap * normal[close]).sum(1) / far, 0, 1)
        total[close] += facing * smooth(0.15, 0.6, gap[:, 1] / far) / (0.05 + far**2)
    return total


def _shell(ray: Array) -> tuple[Array, Array, Array, Array]:
    """Walls, floor, vault and end of the room, with their surfaces."""
    count = len(ray)
    tiny = 1e-6
    to_floor = np.where(ray[:, 1] < -tiny, -EYE[1] / np.minimum(ray[:, 1], -tiny), np.inf)
    to_left = np.where(ray[:, 0] < -tiny, (-HALF - EYE[0]) / np.minimum(ray[:, 0], -tiny), np.inf)
    to_right = np.where(ray[:, 0] > tiny, (HALF - EYE[0]) / np.maximum(ray[:, 0], tiny), np.inf)
    to_end = (LENGTH - EYE[2]) / np.maximum(ray[:, 2], tiny)
    a = (ray[:, 0] / HALF) ** 2 + (ray[:, 1] / RISE) ** 2
    b = 2 * (ray[:, 0] * EYE[0] / HALF**2 + ray[:, 1] * (EYE[1] - SPRING) / RISE**2)
    c = (EYE[0] / HALF) ** 2 + ((EYE[1] - SPRING) / RISE) ** 2 - 1
    root = np.sqrt(np.maximum(b * b - 4 * a * c, 0))
    to_vault = (-b + root) / (2 * a)
    high = EYE[1] + ray[:, 1] * to_vault
    to_vault = np.where(
        (b * b - 4 * a * c > 0) & (high > SPRING) & (to_vault > 0), to_vault, np.inf
    )
    choices = np.stack([to_floor, to_left, to_right, to_end, to_vault])
    which = choices.argmin(0)
    distance = choices.min(0)
    spot = EYE + ray * distance[:, None]
    normal = np.zeros((count, 3), np.float32)
    tint = np.zeros((count, 3), np.float32)
    own = np.zeros((count, 3), np.float32)
    floor, left, right, end, vault = (which == n for n in range(5))
    normal[floor, 1], normal[left, 0], normal[right, 0], normal[end, 2] = 1, 1, -1, -1
    curve = np.stack([-spot[:, 0] / HALF**2, -(spot[:, 1] - SPRING) / RISE**2, 0 * spot[:, 0]], 1)
    normal[vault] = (curve / np.linalg.norm(curve, axis=1, keepdims=True))[vault]
    board = np.floor(spot[:, 0] / 0.22)
    tone = 0.82 + 0.36 * np.mod(
        np.sin(board * 12.9 + np.floor(spot[:, 2] / 2.4 + board * 0.37) * 78.2) * 437.6, 1
    )
    tint[floor] = (colour("#6a4526") * tone[:, None])[floor]
    coffer = np.maximum(
        smooth(0.40, 0.45, np.abs(np.mod(spot[:, 2] / 2.6, 1) - 0.5)),
        smooth(
            0.42, 0.47, np.abs(np.mod(np.arcsin(np.clip(spot[:, 0] / HALF, -1, 1)) / 0.4, 1) - 0.5)
        ),
    )
    tint[vault] = lay(plain("#b9ab92", (count, 1)), plain("#8c7650", (count, 1)), coffer[:, None])[
        vault, 0
    ]
    tint[right] = _shelves(spot[:, 2], spot[:, 1])[right]
    tint[end] = _shelves(spot[:, 0] + 40, spot[:, 1])[end]
    pane, bar = _window(spot[:, 2], spot[:, 1])
    tint[left] = colour("#a89a80")
    rise = np.clip(spot[:, 1] / 8, 0, 1)[:, None]
    sky = (colour("#fff2d8") * 3.4 * (1 - rise) + colour("#dcecff") * 3.8 * rise) * (
        1 - 0.93 * bar
    )[:, None]
    own[left] = (sky * pane[:, None])[left]
    low = spot[:, 1] < 2.2
    tint[left & low] = _shelves(spot[:, 2] + 17, spot[:, 1] * 1.4)[left & low]
    return distance, normal, tint, own


def _window(z: Array, high: Array) -> tuple[Array, Array]:
    """Is there glass here, and is there a glazing bar on it? Tall windows with round heads."""
    off = z - (5.0 + 5.2 * np.clip(np.round((z - 5.0) / 5.2), 0, 7))
    arch = np.where(high > 6.2, np.hypot(off, high - 6.2) < 1.15, np.abs(off) < 1.15)
    pane = (arch & (high > 2.5)).astype(np.float32)
    cross = (np.abs(np.mod(off + 0.38, 0.767) - 0.383) > 0.35) | (
        np.abs(np.mod(high, 0.92) - 0.46) > 0.43
    )
    return pane, pane * cross


def _shelves(along: Array, high: Array) -> Array:
    """Books: spines of every width and colour between uprights, a gallery half way up."""
    shelf = np.floor(high / 0.42)
    inside = np.mod(high, 0.42) / 0.42
    cell = np.floor(along / 0.058 + 7 * np.sin(shelf * 3.1))
    pick = np.mod(np.sin(cell * 12.9898 + shelf * 78.233) * 43758.5453, 1)
    tall = 0.66 + 0.24 * np.mod(pick * 7.3, 1)
    spines = (
        "#5a2a22",
        "#3b2a1c",
        "#26352e",
        "#6d5632",
        "#2b3040",
        "#7b6a4c",
        "#44231f",
        "#8a7a5c",
    )
    palette = np.array([colour(text) for text in spines])
    tint = (
        palette[(pick * len(spines)).astype(int) % len(spines)]
        * (0.7 + 0.6 * np.mod(pick * 31, 1))[:, None]
    )
    edge = smooth(0.30, 0.48, np.abs(np.mod(along / 0.058 + 7 * np.sin(shelf * 3.1), 1) - 0.5))
    tint = tint * (1 - 0.6 * edge)[:, None]
    wood = colour("#4b2d18")
    gap = (inside > tall) & (inside < 0.92)
    tint = np.where(gap[:, None], colour("#140c07"), tint)
    board = (inside >= 0.92) | (np.mod(along, 2.6) < 0.22) | (high > 7.1)
    tint = np.where(board[:, None], wood * 1.3, tint)
    gallery = (high > 3.55) & (high < 3.85)
    rail = (high >= 3.85) & (high < 4.65) & ((np.mod(along, 0.16) < 0.035) | (high > 4.58))
    tint = np.where(gallery[:, None], wood * 1.8, tint)
    return np.where(rail[:, None], colour("#7d6230"), tint)


def _is_sunny(spot: Array, boxes: list[Box]) -> Array:
    """1 where the sun comes through a window and nothing stands between."""
    reach = (-HALF - spot[:, 0]) / TO_SUN[0]
    high, along = spot[:, 1] + TO_SUN[1] * reach, spot[:, 2] + TO_SUN[2] * reach
    pane, bar = _window(along, high)
    sunny = pane * (1 - 0.85 * bar) * (reach > 0.02)
    lit = np.flatnonzero((sunny > 0) & (spot[:, 1] < 1.3))
    lit = lit[np.argsort(spot[lit, 2], kind="stable")]
    depth = spot[lit, 2]
    blocked = np.zeros(len(lit), bool)
    for box in boxes:
        # A shadow falls away from the sun: no further than the box is high, to the right, nearer.
        part = slice(*np.searchsorted(depth, (box.low[2] - 0.9, box.high[2] + 0.05)))
        across = spot[lit[part], 0]
        near = (
            np.flatnonzero((across > box.low[0] - 0.05) & (across < box.high[0] + 2.0)) + part.start
        )
        start = spot[lit[near]]
        blocked[near] |= np.isfinite(_hit(start, np.broadcast_to(TO_SUN, start.shape), box)[0])
    sunny[lit[blocked]] = 0
    return sunny


def _from_windows(spot: Array, normal: Array) -> Array:
    """Sky light: each window as five lamps in its plane, nothing in between."""
    total = np.zeros(len(spot), np.float32)
    for middle in WINDOWS:
        for high in (3.6, 5.8):
            gap = np.array([-HALF, high, middle]) - spot
            far = np.linalg.norm(gap, axis=1)
            out = np.clip(-gap[:, 0] / far, 0, 1)
            total += np.clip((gap * normal).sum(1) / far, 0, 1) * out / (0.4 + far**2)
    return total * 3.2


def _dust(distance: Array, rng: np.random.Generator) -> Array:
    """Sun on the dust in the air, gathered along each second ray."""
    ray = _rays(0.5, 0.5).reshape(HEIGHT, WIDTH, 3)[::2, ::2].reshape(-1, 3)
    length = np.minimum(distance[::2, ::2].ravel(), 40)
    total = np.zeros(len(ray), np.float32)
    jitter = rng.random(len(ray))
    drift = spectral(9, (512, 512), beta=2.2, largest=80)
    for step in range(36):
        far = length * (step + jitter) / 36
        spot = EYE + ray * far[:, None]
        reach = (-HALF - spot[:, 0]) / TO_SUN[0]
        pane, _ = _window(spot[:, 2] + TO_SUN[2] * reach, spot[:, 1] + TO_SUN[1] * reach)
        cloud = np.clip(1 + 0.4 * look_up(drift, spot[:, 1] * 22, spot[:, 2] * 14), 0.2, 2)
        total += pane * cloud * np.exp(-far / 40)
    air = (total / 36 * length).reshape((HEIGHT + 1) // 2, WIDTH // 2)
    air = ndimage.gaussian_filter(air, 1.6)
    air = ndimage.zoom(air, (HEIGHT / air.shape[0], 2), order=1)
    return air[..., None] * colour("#ffdca8") * 0.019


def _hit(start: Array, ray: Array, box: Box) -> tuple[Array, Array]:
    inverse = 1 / np.where(np.abs(ray) < 1e-9, 1e-9, ray)
    one, two = (np.array(box.low) - start) * inverse, (np.array(box.high) - start) * inverse
    enter = np.minimum(one, two)
    near, far = enter.max(-1), np.maximum(one, two).min(-1)
    hit = (near < far) & (near > 1e-3)
    axis = enter.argmax(-1)
    normal = np.zeros_like(ray)
    picks = np.arange(len(ray))
    normal[picks, axis] = -np.sign(ray[picks, axis])
    return np.where(hit, near, np.inf), normal
