"""The Assembly's chamber before a sitting: 105 places in seven rows, morning light from above."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from sample_photos.darkroom import (
    HEIGHT,
    WIDTH,
    blurred,
    colour,
    develop,
    glow,
    halved,
    lay,
    plain,
    smooth,
)
from sample_photos.noise import Array, spectral
from sample_photos.terrain import at, lit, look

SIZE = 1500
CENTRE = (430.0, 750.0)
ROWS = tuple(range(9, 22, 2))
SPAN = 1.33


def draw() -> Array:
    heights, albedo, lamps = _room()
    seen = look(
        heights,
        eye=(1490.0, 690.0, 640.0),
        heading=0.05,
        horizon=-760,
        focal=2500,
        width=WIDTH * 2,
        height=HEIGHT * 2,
        near=300,
        far=1700,
        steps=2600,
    )
    rows, columns = np.mgrid[0:SIZE, 0:SIZE].astype(np.float32)
    slant = (columns * 0.86 + rows * 0.5) / 150
    panes = smooth(0.16, 0.26, np.abs(np.mod(slant, 1) - 0.5)) * smooth(
        0.47, 0.42, np.abs(np.mod(slant, 1) - 0.5)
    )
    where = np.exp(-(((columns - 980) / 420) ** 2) - ((rows - 760) / 420) ** 2)
    panes = ndimage.gaussian_filter(panes * where, 4)[..., None]
    shaft = lit(
        heights,
        albedo,
        azimuth=0.9,
        elevation=0.75,
        sun=colour("#ffe6c0") * 5.5,
        sky=colour("#000000"),
        reach=90,
    )
    room = lit(
        heights,
        albedo,
        azimuth=-0.5,
        elevation=1.05,
        sun=colour("#cfd6e2") * 0.85,
        sky=colour("#b9b4b0") * 0.62,
        reach=60,
    )
    hollow = np.clip(1 - (ndimage.gaussian_filter(heights, 10) - heights) / 34, 0.28, 1.1)[
        ..., None
    ]
    pools = ndimage.gaussian_filter(lamps, 13) * 900
    ground = room * hollow + shaft * panes + albedo * pools[..., None] * colour("#ffcf96") * 0.62
    light = at(ground, seen)
    bulbs = at(ndimage.gaussian_filter(lamps, 1.6) * 16, seen)
    light = light + np.clip(bulbs, 0, 1.6)[..., None] * colour("#ffc878") * 2.2
    dim = 1 / (1 + np.exp((at(rows, seen) - 1215) / 60))
    picture = halved(light * (0.2 + 0.8 * dim)[..., None])
    picture = picture + _air()
    picture += glow(picture, threshold=0.8, strength=0.35, radii=(4, 16, 60))
    picture += blurred(picture, 26) * 0.07
    return develop(picture, seed=13, exposure=1.12, contrast=1.12, saturation=0.82, vignette=0.42)


def _room() -> tuple[Array, Array, Array]:
    rows, columns = np.mgrid[0:SIZE, 0:SIZE].astype(np.float32)
    down, across = rows - CENTRE[0], columns - CENTRE[1]
    out = np.hypot(down, across)
    angle = np.arctan2(across, down)
    grain = spectral(4, (SIZE, SIZE), beta=1.6, largest=40)
    weave = spectral(5, (SIZE, SIZE), beta=0.8, largest=8)
    heights = np.zeros((SIZE, SIZE), np.float32)
    albedo = (plain("#23364a", (SIZE, SIZE)) * (1 + 0.10 * weave[..., None])).astype(np.float32)
    lamps = np.zeros((SIZE, SIZE), np.float32)
    rng = np.random.default_rng(3)
    for tier, seats in enumerate(ROWS):
        inner = seats * 29.0
        ring = (out >= inner) & (out < inner + 58)
        heights = np.where(ring | (out >= inner + 58), 17.0 * (tier + 1), heights)
        place = (angle + SPAN) / (2 * SPAN) * seats
        within = np.mod(place, 1)
        inside = ring & (place > 0) & (place < seats)
        aisle = np.zeros_like(inside)
        for turn in (-0.44, 0.44):
            aisle |= np.abs((angle - turn) * out) < 15
        desk = inside & ~aisle & (out < inner + 19)
        seat = (
            inside
            & ~aisle
            & (np.abs(within - 0.5) < 0.31)
            & (out > inner + 27)
            & (out < inner + 43)
        )
        back = (
            inside
            & ~aisle
            & (np.abs(within - 0.5) < 0.33)
            & (out >= inner + 43)
            & (out < inner + 51)
        )
        heights = heights + desk * 25.0 + seat * 13.0 + back * 33.0
        heights = heights + (desk & (out < inner + 4)) * 7.0
        wood = colour("#7a4f30") * (1 + 0.16 * grain[..., None])
        leather = colour("#2c5444") * (1 + 0.10 * grain[..., None])
        albedo = np.where(desk[..., None], wood, albedo)
        albedo = np.where((seat | back)[..., None], leather, albedo)
        for seat_number in range(seats):
            turn = -SPAN + (seat_number + 0.5) * 2 * SPAN / seats
            if min(abs(turn - 0.44), abs(turn + 0.44)) * inner < 26:
                continue
            spot = (turn + rng.normal(0, 0.10) * 30 / inner, inner + 11 + rng.normal(0, 1))
            if rng.random() < 0.6:
                near = (np.abs((angle - spot[0]) * out) < 5.5) & (np.abs(out - spot[1]) < 4) & desk
                albedo = np.where(near[..., None], colour("#e8e2d4") * 0.9, albedo)
            row = int(CENTRE[0] + np.cos(turn - 16 / inner) * (inner + 8))
            column = int(CENTRE[1] + np.sin(turn - 16 / inner) * (inner + 8))
            lamps[row, column] = 1
            heights[row - 1 : row + 2, column - 1 : column + 2] += 7
    heights = _dais(heights, albedo, rows, columns, grain)
    return (
        ndimage.gaussian_filter(heights, 1.3),
        ndimage.gaussian_filter(albedo, (0.9, 0.9, 0)),
        lamps,
    )


def _dais(heights: Array, albedo: Array, rows: Array, columns: Array, grain: Array) -> Array:
    """The Speaker's place, the clerks' table and the panelled wall; painted into `albedo`."""
    across = np.abs(columns - CENTRE[1])
    wood = colour("#6e3f20") * (1 + 0.16 * grain[..., None])
    for high, half, first, last in (
        (20, 190, 250, 380),
        (40, 120, 250, 340),
        (76, 60, 268, 296),
        (120, 20, 250, 262),
    ):
        block = (across < half) & (rows > first) & (rows < last)
        heights = np.where(block, np.maximum(heights, high), heights)
        albedo[block] = wood[block]
    table = (across < 84) & (rows > 440) & (rows < 500)
    heights = np.where(table, 26, heights)
    albedo[table] = (colour("#2c5a46") * (1 + 0.1 * grain[..., None]))[table]
    wall = rows < 210
    ribs = smooth(0.42, 0.46, np.abs(np.mod(columns / 92, 1) - 0.5))
    heights = np.where(wall, 330 + 0 * ribs, heights)
    panel = lay(plain("#5a351d", heights.shape), plain("#8f6a3e", heights.shape), ribs)
    albedo[wall] = (panel * (1 + 0.1 * grain[..., None]))[wall]
    hangings = wall & (np.abs(across - 250) < 44)
    folds = 0.7 + 0.3 * np.sin(columns / 5.2)
    albedo[hangings] = (colour("#5a1f2a") * folds[..., None])[hangings]
    return heights.astype(np.float32)


def _air() -> Array:
    """Dust in the light that falls from the right."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    slant = (x * 0.80 + y * 0.52) / 210
    rays = 0.5 + 0.5 * np.sin(slant * 2 * np.pi + 0.6 * np.sin(slant))
    drift = spectral(44, (HEIGHT, WIDTH), beta=2.2, largest=260)
    place = np.exp(-(((x - 1240) / 430) ** 2)) * np.exp(-y / 620)
    return (
        (rays**2 * place * np.clip(1 + 0.25 * drift, 0, 2))[..., None] * colour("#ffe1b5") * 0.085
    )
