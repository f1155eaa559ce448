"""The seven drawn scenes: what a walk photographs at night, each recognisable, none of a real place or person."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image

from scripts.demo.canvas import HEIGHT, WIDTH, Canvas, Colour
from scripts.demo.props import (
    WARM,
    bubble_letters,
    converging_houses,
    lamp_post,
    rubbish_bag,
    scooter,
    scrawl,
    slabs,
    tree,
    wheelie_bin,
)

NIGHT = (92, 98, 122)
KERB_Y, ROAD_Y = 600, 800


def blocked_pavement() -> Image.Image:
    c = _street((196, 178, 150), seed=1)
    for left, lid in ((316, (226, 182, 34)), (452, (226, 182, 34))):
        wheelie_bin(c, left, 430, lid)
    scooter(c, 752, 716)
    c.light(640, 420, 900, WARM)
    return c.finish(NIGHT)


def dead_lamp() -> Image.Image:
    c = Canvas((40, 48, 74), seed=2)
    c.fade(0, 520, (30, 38, 66), (86, 92, 122))
    far = (640, 500)
    c.shape([(0, HEIGHT), (0, 640), far, (WIDTH, 640), (WIDTH, HEIGHT)], (120, 120, 124))
    c.shape([(300, HEIGHT), (622, 508), (658, 508), (980, HEIGHT)], (84, 86, 92))
    for side in (-1, 1):
        converging_houses(c, side)
    for depth in (1.0, 0.52, 0.3):
        x, foot = 640 - 420 * depth, 500 + 330 * depth
        lamp_post(c, x, foot, 640 * depth, lit=False)
    lamp_post(c, 640 + 420 * 0.16, 500 + 330 * 0.16, 640 * 0.16, lit=True)
    c.light(700, 490, 150, WARM)
    return c.finish((66, 74, 108))


def bulky_waste() -> Image.Image:
    c = _street((168, 160, 152), seed=3)
    c.shape([(330, 660), (372, 320), (590, 316), (566, 662)], (222, 214, 198))
    c.shape([(330, 660), (372, 320), (390, 322), (350, 662)], (186, 178, 160))
    for x in (420, 470, 520):
        c.line([(x + 22, 330), (x - 8, 652)], (202, 194, 176), 3)
    c.disc(470, 520, 38, (196, 176, 138), 0.7)
    c.box(600, 520, 980, 640, (126, 62, 56), 22)
    c.box(600, 610, 980, 690, (150, 78, 68), 16)
    c.box(566, 560, 628, 712, (112, 54, 50), 18)
    c.box(952, 560, 1014, 712, (112, 54, 50), 18)
    c.line([(790, 526), (790, 684)], (104, 48, 44), 4)
    c.shape([(700, 622), (760, 618), (742, 664), (712, 668)], (214, 196, 160))
    c.box(1040, 600, 1160, 706, (178, 138, 88), 2, (130, 96, 56))
    c.line([(1040, 600), (1010, 570)], (178, 138, 88), 8)
    c.line([(1160, 600), (1192, 578)], (178, 138, 88), 8)
    c.light(680, 400, 900, WARM)
    return c.finish(NIGHT)


def vacant_plot() -> Image.Image:
    c = Canvas((60, 70, 98), seed=4)
    c.fade(0, 600, (38, 46, 78), (110, 112, 132))
    c.shape([(0, 640), (0, 130), (420, 60), (420, 620)], (172, 150, 128))
    c.shape([(60, 470), (60, 250), (150, 200), (240, 236), (240, 460)], (190, 172, 152))
    c.line([(60, 360), (240, 350)], (150, 128, 106), 6)
    c.shape([(900, 620), (900, 190), (1280, 110), (1280, 640)], (150, 142, 140))
    for x, y in ((970, 280), (1100, 262), (970, 400), (1100, 392), (1210, 250), (1210, 384)):
        c.box(x, y, x + 60, y + 86, (88, 92, 108))
    c.box(1100, 262, 1160, 348, (246, 208, 130))
    c.shape([(0, 640), (420, 590), (900, 590), (1280, 630), (1280, 960), (0, 960)], (84, 100, 62))
    for _ in range(900):
        blade, ground = c.hand.uniform(0, WIDTH), c.hand.uniform(590, 800)
        tall = c.hand.uniform(10, 52)
        green = (70 + c.hand.randint(0, 50), 104 + c.hand.randint(0, 46), 50)
        c.line([(blade, ground), (blade + c.hand.uniform(-9, 9), ground - tall)], green, 2.4)
    for x, y, size in ((520, 650, 36), (590, 668, 30), (690, 640, 24)):
        rubbish_bag(c, x, y, size)
    c.box(760, 610, 850, 668, (170, 132, 86), 2, (120, 90, 54))
    for number, left in enumerate(range(-10, 1290, 46)):
        if 9 <= number <= 14:  # the broken part, through which one sees
            continue
        lean = c.hand.uniform(-6, 6)
        top = 560 + c.hand.uniform(-10, 14)
        tone = c.hand.randint(0, 26)
        c.shape(
            [(left, 900), (left + lean, top), (left + 20 + lean, top - 14), (left + 40 + lean, top), (left + 40, 900)],
            (136 + tone, 106 + tone, 74 + tone),
        )
    c.line([(0, 640), (400, 636)], (112, 86, 60), 14)
    c.line([(690, 636), (1280, 640)], (112, 86, 60), 14)
    c.line([(410, 636), (540, 850)], (120, 92, 64), 16)
    c.box(0, 880, WIDTH, HEIGHT, (140, 140, 142))
    c.speckle(0, 880, WIDTH, HEIGHT, (112, 112, 114), 260)
    c.light(560, 520, 900, WARM)
    return c.finish((84, 92, 118))


def tagged_wall() -> Image.Image:
    c = Canvas((206, 194, 170), seed=5)
    for row, top in enumerate(range(0, 640, 64)):
        for left in range(-120 + (row % 2) * 60, WIDTH, 120):
            tone = c.hand.randint(-9, 9)
            c.box(left + 2, top + 2, left + 118, top + 62, (200 + tone, 186 + tone, 160 + tone), 3)
    for left in (90, 1010):
        c.box(left, 250, left + 190, 640, (92, 84, 76))
        c.disc(left + 95, 250, 95, (92, 84, 76))
    for colour, start, turns in (
        ((196, 44, 60), (310, 180), 6),
        ((38, 92, 170), (620, 150), 6),
        ((30, 130, 84), (520, 300), 5),
        ((238, 190, 40), (300, 310), 4),
        ((122, 52, 150), (760, 290), 4),
    ):
        scrawl(c, start, turns, colour)
    bubble_letters(c, 400, 470)
    c.box(0, 640, WIDTH, 800, (150, 148, 146))
    slabs(c, 640, 800)
    c.box(0, 800, WIDTH, 818, (176, 174, 170))
    c.box(0, 818, WIDTH, HEIGHT, (92, 94, 98))
    c.speckle(0, 640, WIDTH, HEIGHT, (112, 110, 108), 300)
    c.light(640, 360, 1000, WARM)
    return c.finish(NIGHT)


def full_bin() -> Image.Image:
    c = _street((182, 172, 160), seed=6, door=True)
    c.box(520, 470, 534, 770, (70, 74, 78))
    c.box(484, 486, 640, 500, (80, 84, 88), 6)
    c.shape([(494, 500), (630, 500), (612, 700), (512, 700)], (120, 168, 132))
    c.shape([(506, 560), (620, 556), (608, 694), (516, 694)], (92, 128, 100))
    for x, y, size, tone in ((510, 476, 26, 236), (552, 452, 32, 214), (600, 470, 28, 228), (574, 500, 20, 196)):
        c.shape(
            [(x - size, y + 8), (x - size / 2, y - size), (x + size * 0.7, y - size * 0.8), (x + size, y + 10)],
            (tone, tone - 10, tone - 30),
        )
    c.box(606, 420, 628, 486, (176, 60, 52), 5)
    for x, y, size in ((690, 730, 52), (790, 744, 44), (430, 742, 40)):
        rubbish_bag(c, x, y, size)
    c.box(850, 690, 960, 772, (180, 140, 90), 2, (132, 98, 58))
    for _ in range(26):
        left, top = c.hand.uniform(360, 1000), c.hand.uniform(720, 800)
        c.shape([(left, top), (left + 16, top - 6), (left + 22, top + 5), (left + 5, top + 9)], (226, 222, 210))
    c.light(640, 480, 900, WARM)
    return c.finish(NIGHT)


def liked_square() -> Image.Image:
    c = Canvas((60, 70, 100), seed=7)
    c.fade(0, 460, (34, 44, 80), (98, 104, 132))
    for left in range(0, WIDTH, 160):
        top = 300 + c.hand.randint(-50, 40)
        c.box(left, top, left + 158, 520, (96, 98, 116))
        for x in range(left + 22, left + 130, 44):
            lit = c.hand.random() < 0.4
            c.box(x, top + 40, x + 24, top + 82, (250, 214, 140) if lit else (70, 74, 92))
    c.box(0, 500, WIDTH, HEIGHT, (98, 132, 78))
    c.shape([(430, HEIGHT), (600, 510), (700, 510), (1010, HEIGHT)], (206, 192, 162))
    c.speckle(430, 700, 1000, HEIGHT, (176, 160, 132), 300)
    for x, size in ((170, 150), (1090, 170), (360, 96), (930, 92)):
        tree(c, x, 520 + size * 0.7, size)
    c.disc(650, 640, 120, (176, 176, 178), 0.3)
    c.disc(650, 632, 104, (96, 142, 170), 0.26)
    c.box(640, 540, 660, 632, (186, 186, 188), 4)
    c.disc(650, 546, 46, (186, 186, 188), 0.28)
    for turn in (-1, 1):
        c.line([(650, 532), (650 + turn * 30, 540), (650 + turn * 52, 610)], (206, 228, 240), 4)
    for y in (740, 764, 788):
        c.box(150, y, 470, y + 15, (150, 98, 56), 4)
    c.box(142, 812, 480, 828, (162, 108, 62), 4)
    for x in (178, 440):
        c.box(x, 740, x + 14, 880, (52, 56, 58))
    for x, foot, tall in ((540, 560, 240), (770, 560, 240), (1010, 820, 480)):
        lamp_post(c, x, foot, tall, lit=True)
    c.light(640, 620, 700, WARM)
    c.light(320, 720, 420, WARM)
    return c.finish((92, 98, 124))


SCENES: dict[str, Callable[[], Image.Image]] = {
    scene.__name__: scene
    for scene in (blocked_pavement, dead_lamp, bulky_waste, vacant_plot, tagged_wall, full_bin, liked_square)
}


def _street(wall: Colour, seed: int, door: bool = False) -> Canvas:
    """A house front with windows, a pavement and a road: the ground of three scenes."""
    c = Canvas(wall, seed)
    darker = (wall[0] - 22, wall[1] - 22, wall[2] - 20)
    c.box(0, 520, WIDTH, KERB_Y, darker)
    c.box(0, 508, WIDTH, 522, (wall[0] + 14, wall[1] + 14, wall[2] + 12))
    for number, left in enumerate((70, 330, 820, 1070)):
        c.box(left - 10, 60, left + 150, 400, (wall[0] + 18, wall[1] + 18, wall[2] + 16))
        c.box(left, 70, left + 140, 390, (244, 206, 132) if number == 3 else (70, 78, 96))
        c.line([(left + 70, 70), (left + 70, 390)], (210, 204, 192), 6)
        c.line([(left, 200), (left + 140, 200)], (210, 204, 192), 6)
        c.line([(left - 16, 400), (left + 156, 400)], darker, 12)
    if door:
        c.box(1040, 250, 1230, KERB_Y, (60, 62, 66))
        c.box(1052, 262, 1132, KERB_Y - 6, (236, 206, 150))
        c.box(1138, 262, 1218, KERB_Y - 6, (236, 206, 150))
        c.box(970, 380, 1012, 450, (96, 98, 102), 4)
        for x in (980, 996):
            for y in (392, 410, 428):
                c.disc(x, y, 4, (200, 200, 200))
    c.box(0, KERB_Y, WIDTH, ROAD_Y, (158, 156, 152))
    slabs(c, KERB_Y, ROAD_Y)
    c.box(0, ROAD_Y, WIDTH, ROAD_Y + 20, (184, 182, 176))
    c.box(0, ROAD_Y + 20, WIDTH, HEIGHT, (96, 98, 102))
    c.speckle(0, KERB_Y, WIDTH, ROAD_Y, (124, 122, 118), 260)
    c.speckle(0, ROAD_Y + 20, WIDTH, HEIGHT, (78, 80, 84), 420)
    return c
