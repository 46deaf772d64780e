"""Five writers in profile, lit from one side: shapes and light, nobody's likeness."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from scipy.interpolate import CubicSpline

from sample_photos.darkroom import Pen, colour, develop, glow, lay, mask, ramp
from sample_photos.noise import Array, spectral

SIZE = 640
Points = list[tuple[float, float]]


@dataclass(frozen=True)
class Sitter:
    """One portrait: which way the face looks (1 is right), the hair, the light."""

    faces: int
    nose: float
    chin: float
    hair: str
    dark: str
    light: str
    back: tuple[str, str]
    seed: int


_SHOULDERS = """
    330,452 372,478 430,510 478,560 502,640 510,720 300,760 60,720 66,600 104,530 170,490
    210,462 226,440 270,470
"""
_HAIR = {
    "bun": """
    330,108 384,132 400,168 376,172 340,186 318,224 306,270 290,300 262,318 232,340 206,338
    190,352 152,356 124,330 122,292 150,268 172,256 170,200 206,142 266,106
    """,
    "long": """
    326,106 382,130 402,172 388,196 364,210 346,258 336,320 322,380 312,450 316,520 280,566
    210,570 160,520 150,430 152,330 158,230 192,150 256,110
    """,
    "short": """
    322,104 380,118 410,150 408,178 380,168 340,178 318,206 314,246 300,262 292,296 276,300
    262,330 226,366 200,340 178,270 178,200 208,140 262,108
    """,
    "bob": """
    328,102 388,128 408,174 396,200 366,208 350,240 344,290 336,340 322,384 282,400 226,404
    176,384 154,320 152,240 182,156 250,106
    """,
    "cropped": """
    318,108 372,120 400,148 396,164 366,162 330,176 316,204 306,240 292,252 290,290 270,300
    256,330 232,352 206,340 184,280 182,206 212,144 262,112
    """,
}
SITTERS = {
    "ilse-morvane": Sitter(1, 0.9, 1.0, "bun", "#1a1412", "#ffd9ae", ("#23303c", "#6f8592"), 3),
    "nerys-aldane": Sitter(-1, 0.7, 0.9, "long", "#2a1a10", "#ffe6c8", ("#2c3428", "#93a07c"), 4),
    "teodor-rask": Sitter(1, 1.25, 1.1, "short", "#1d1a18", "#dce8f6", ("#1d2027", "#596172"), 5),
    "solenn-kvale": Sitter(-1, 0.8, 1.0, "bob", "#150f0d", "#ffcf9c", ("#3a2a26", "#b08362"), 6),
    "hanne-ferrow": Sitter(
        1, 1.0, 0.95, "cropped", "#5f5a55", "#f3ecdc", ("#28252d", "#7d7484"), 7
    ),
}


def draw(name: str) -> Array:
    sitter = SITTERS[name]
    y, x = np.mgrid[0:SIZE, 0:SIZE].astype(np.float32)
    if sitter.faces < 0:
        x = SIZE - 1 - x
    light = _wall(sitter, y, x)
    coat = _filled(_points(_SHOULDERS), sitter.faces)
    head = _filled(_profile(sitter), sitter.faces)
    hair = _filled(_points(_HAIR[sitter.hair]), sitter.faces)
    whole = np.maximum(np.maximum(head, coat), hair)
    light = _form(light, whole, sitter, deep=40, seed=1)
    light = lay(light, _form(light, hair, sitter, deep=70, seed=3), hair * 0.08)
    light += glow(light, threshold=0.7, strength=0.35, radii=(4, 18))
    return develop(
        light, seed=sitter.seed, exposure=1.35, contrast=1.1, saturation=0.8, vignette=0.5
    )


def _wall(sitter: Sitter, y: Array, x: Array) -> Array:
    rough = spectral(sitter.seed, (SIZE, SIZE), beta=2.3, largest=300)
    fall = np.exp(-((np.hypot(x - 470, (y - 210) * 0.9) / 330) ** 2))
    return ramp(fall * 0.9 + 0.05 * rough, (0, sitter.back[0]), (1, sitter.back[1])) * 0.55


def _form(light: Array, shape: Array, sitter: Sitter, *, deep: float, seed: int) -> Array:
    """The flat shape as a dark rounded body with light along the edge that the face looks to."""
    inside = ndimage.distance_transform_edt(shape > 0.5)
    bulge = np.sqrt(np.clip(1 - (1 - np.clip(inside / deep, 0, 1)) ** 2, 0, 1)) * deep
    bulge = ndimage.gaussian_filter(bulge, 4)
    slope_y, slope_x = np.gradient(bulge)
    length = np.sqrt(1 + slope_x**2 + slope_y**2)
    key = np.clip((-slope_x * sitter.faces - 0.25 * slope_y) / length - 0.22, 0, 1) ** 1.7
    far = np.clip((slope_x * sitter.faces - 0.5 * slope_y) / length - 0.55, 0, 1)
    grain = 1 + 0.06 * spectral(sitter.seed * 10 + seed, (SIZE, SIZE), beta=1.4, largest=30)
    lit = colour(sitter.dark) * 0.16 + key[..., None] * colour(sitter.light) * 1.15
    lit = lit + far[..., None] * colour(sitter.back[1]) * 0.30
    return lay(light, lit * grain[..., None], ndimage.gaussian_filter(shape, 0.6))


def _filled(points: Points, faces: int) -> Array:
    closed = np.array([*points, points[0]])
    steps = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(closed, axis=0).T))])
    curve = CubicSpline(steps, closed, bc_type="periodic")
    line = curve(np.linspace(0, steps[-1], 400))
    if faces < 0:
        line[:, 0] = SIZE - line[:, 0]

    def draw_it(pen: Pen, k: float) -> None:
        pen.polygon([(a * k, b * k) for a, b in line], fill=255)

    return mask(draw_it, width=SIZE, height=SIZE)


def _profile(sitter: Sitter) -> Points:
    nose, chin = sitter.nose, sitter.chin
    return [
        (300, 118),
        (352, 124),
        (390, 152),
        (404, 190),
        (404, 218),
        (401, 234),
        (411 + 5 * nose, 256),
        (420 + 12 * nose, 279),
        (424 + 13 * nose, 287),
        (416 + 8 * nose, 294),
        (405, 297),
        (402, 306),
        (412, 316),
        (409, 325),
        (404, 330),
        (411, 338),
        (406, 350),
        (399, 358),
        (402, 374 + 4 * chin),
        (392, 392 + 8 * chin),
        (366, 402 + 6 * chin),
        (338, 396),
        (326, 412),
        (328, 470),
        (330, 540),
        (230, 540),
        (222, 450),
        (214, 380),
        (190, 330),
        (180, 260),
        (190, 190),
        (236, 134),
    ]


def _points(outline: str) -> Points:
    pairs = (pair.split(",") for pair in outline.split())
    return [(float(x), float(y)) for x, y in pairs]
