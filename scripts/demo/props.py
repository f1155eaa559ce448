"""Things that stand in several scenes, or are too long to draw in the middle of one."""

from __future__ import annotations

import math
from itertools import pairwise

from scripts.demo.canvas import WIDTH, Canvas, Colour

WARM = (255, 214, 150)


def slabs(c: Canvas, top: float, bottom: float) -> None:
    for x in range(-900, WIDTH + 900, 150):
        c.line([(640 + (x - 640) * 0.72, top), (x, bottom)], (134, 132, 128), 3)
    c.line([(0, top + (bottom - top) * 0.42), (WIDTH, top + (bottom - top) * 0.42)], (134, 132, 128), 3)


def wheelie_bin(c: Canvas, left: float, top: float, lid: Colour) -> None:
    c.shape([(left, top), (left + 122, top), (left + 108, top + 250), (left + 14, top + 250)], (46, 108, 72))
    c.box(left - 8, top - 24, left + 130, top + 6, lid, 8)
    c.line([(left + 30, top + 40), (left + 36, top + 220)], (38, 92, 60), 5)
    c.line([(left + 92, top + 40), (left + 86, top + 220)], (38, 92, 60), 5)
    c.disc(left + 22, top + 250, 18, (36, 36, 38))
    c.disc(left + 100, top + 250, 18, (36, 36, 38))


def scooter(c: Canvas, x: float, ground: float) -> None:
    for wheel in (x - 170, x + 170):
        c.disc(wheel, ground, 62, (30, 30, 32))
        c.disc(wheel, ground, 30, (150, 152, 156))
    c.shape(
        [
            (x - 230, ground - 60),
            (x - 200, ground - 130),
            (x - 30, ground - 128),
            (x + 10, ground - 30),
            (x + 90, ground - 26),
            (x + 122, ground - 190),
            (x + 160, ground - 190),
            (x + 190, ground - 50),
            (x + 120, ground + 14),
            (x - 120, ground + 14),
        ],
        (190, 52, 46),
    )
    c.box(x - 210, ground - 168, x - 20, ground - 126, (36, 36, 40), 18)
    c.line([(x + 140, ground - 180), (x + 118, ground - 262)], (50, 52, 56), 14)
    c.line([(x + 70, ground - 268), (x + 164, ground - 258)], (40, 40, 44), 12)
    c.disc(x + 152, ground - 208, 22, (236, 230, 206))
    c.disc(x + 64, ground - 306, 20, (70, 74, 80), 0.7)


def rubbish_bag(c: Canvas, x: float, y: float, size: float) -> None:
    c.disc(x, y, size, (44, 46, 54), 0.86)
    c.shape(
        [
            (x - size * 0.3, y - size * 0.7),
            (x - size * 0.25, y - size * 1.25),
            (x + size * 0.3, y - size * 1.2),
            (x + size * 0.28, y - size * 0.7),
        ],
        (54, 56, 64),
    )
    c.line([(x - size * 0.4, y - size * 0.2), (x - size * 0.1, y + size * 0.4)], (84, 88, 98), 3)
    c.line([(x + size * 0.2, y - size * 0.4), (x + size * 0.46, y + size * 0.2)], (84, 88, 98), 3)


def lamp_post(c: Canvas, x: float, foot: float, tall: float, lit: bool) -> None:
    top = foot - tall
    c.line([(x, foot), (x, top)], (46, 50, 54), max(2.0, tall * 0.022))
    c.box(x - tall * 0.03, foot - tall * 0.09, x + tall * 0.03, foot, (46, 50, 54), 2)
    arm = tall * 0.13
    c.line([(x, top), (x + arm, top - tall * 0.03)], (46, 50, 54), max(2.0, tall * 0.018))
    head = (255, 240, 206) if lit else (112, 116, 124)
    c.box(x + arm - tall * 0.02, top - tall * 0.045, x + arm + tall * 0.1, top - tall * 0.012, head, tall * 0.01)
    if lit:
        c.lamp(x + arm + tall * 0.04, top, tall * 0.42)
        c.light(x + arm, foot - tall * 0.25, tall * 1.1, WARM)


def converging_houses(c: Canvas, side: int) -> None:
    """One row of houses going away to the vanishing point, with dark windows."""

    def at(depth: float, height: float) -> tuple[float, float]:
        return (640 + side * 640 * depth, 500 + (140 - height) * depth)

    edges = [1.0, 0.66, 0.45, 0.31, 0.22, 0.15, 0.1]
    for number, (near, far) in enumerate(pairwise(edges)):
        roof = 560 + (number * 73) % 120
        tone = 118 + (number * 31) % 44
        c.shape([at(near, 0), at(near, roof), at(far, roof), at(far, 0)], (tone, tone - 10, tone - 22))
        for floor in (120, 270, 420):
            for left, right in ((0.14, 0.4), (0.58, 0.84)):
                a, b = near + (far - near) * left, near + (far - near) * right
                lit = (number, floor, left) in {(1, 270, 0.58), (3, 420, 0.14)}
                c.shape(
                    [at(a, floor), at(a, floor + 90), at(b, floor + 90), at(b, floor)],
                    (250, 208, 130) if lit else (58, 62, 78),
                )


def scrawl(c: Canvas, start: tuple[float, float], turns: int, colour: Colour) -> None:
    """A tag as a hand throws it: loops that spell nothing."""
    points = [
        (start[0] + step * 3.1 + 40 * math.sin(step / 9), start[1] + 62 * math.sin(step / 5.2) * math.cos(step / 23))
        for step in range(turns * 18)
    ]
    c.line(points, colour, 11)


def bubble_letters(c: Canvas, x: float, y: float) -> None:
    shapes = ((0, 0, 74), (118, -12, 66), (232, 8, 78), (356, -6, 70), (470, 4, 74))
    for grow, colour in ((10, (24, 26, 40)), (0, (232, 120, 168))):
        for dx, dy, size in shapes:
            c.disc(x + dx, y + dy, size + grow, colour, 1.2)
    for dx, dy, size in shapes:
        c.disc(x + dx - size * 0.06, y + dy + size * 0.12, size * 0.24, (24, 26, 40), 1.3)
        c.line(
            [(x + dx - size * 0.5, y + dy - size * 0.6), (x + dx - size * 0.1, y + dy - size * 0.86)],
            (255, 214, 232),
            9,
        )


def tree(c: Canvas, x: float, foot: float, size: float) -> None:
    c.shape(
        [
            (x - size * 0.1, foot),
            (x - size * 0.05, foot - size),
            (x + size * 0.05, foot - size),
            (x + size * 0.1, foot),
        ],
        (92, 70, 52),
    )
    for _ in range(26):
        angle, away = c.hand.uniform(0, 2 * math.pi), c.hand.uniform(0, size * 0.55)
        green = (76 + c.hand.randint(0, 60), 112 + c.hand.randint(0, 50), 56)
        c.disc(x + away * math.cos(angle), foot - size * 1.5 + away * math.sin(angle) * 0.8, size * 0.3, green)
