"""What the walkers noted: where each photo was taken, and ten reports in the columns of « Dans ma rue »."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from scripts.demo.plane import Point, to_lonlat
from scripts.demo.territory import NAME
from scripts.demo.walk import stop_start

PARIS = ZoneInfo("Europe/Paris")


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One photo: file name, which scene is drawn, at which stop, how long after arriving, looking where."""

    file: str
    scene: str
    stop: str
    seconds: int
    at: Point
    direction: int
    orientation: int = 1
    located: bool = True

    @property
    def time(self) -> datetime:
        return (stop_start(self.stop) + timedelta(seconds=self.seconds)).astimezone(PARIS)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One report as a person would have typed it."""

    type: str
    subtype: str
    address: str
    words: str
    at: Point
    stop: str
    seconds: int
    photo: str = ""


SCHOOL = "École de la Marelle"
DARK_STREET = "Rue du Figuier-Blanc, réverbères éteints"
BAKERS = "Rue des Trois-Boulangers"
PLOT = "Passage du Chat-Perché, parcelle vide"
LAUNDRY = "Ancien lavoir"
RESIDENCE = "Résidence Les Tilleuls"
SQUARE = "Square de la Fontaine-Claire"

SHOTS = [
    Shot(
        file="01-trottoir-encombre.jpg",
        scene="blocked_pavement",
        stop=SCHOOL,
        seconds=40,
        at=(282, 158),
        direction=95,
        orientation=6,
    ),
    Shot(file="02-reverbere-eteint.jpg", scene="dead_lamp", stop=DARK_STREET, seconds=35, at=(26, 162), direction=175),
    Shot(file="03-encombrants.jpg", scene="bulky_waste", stop=BAKERS, seconds=30, at=(-49, 89), direction=350),
    Shot(
        file="04-parcelle-vide.jpg",
        scene="vacant_plot",
        stop=PLOT,
        seconds=130,
        at=(23, 24),
        direction=80,
        located=False,
    ),
    Shot(file="05-mur-tague.jpg", scene="tagged_wall", stop=LAUNDRY, seconds=45, at=(-175, -21), direction=10),
    Shot(
        file="06-corbeille-debordante.jpg", scene="full_bin", stop=RESIDENCE, seconds=60, at=(-339, -85), direction=200
    ),
    Shot(file="07-square-apprecie.jpg", scene="liked_square", stop=SQUARE, seconds=80, at=(-61, -121), direction=300),
]

FINDINGS = [
    Finding(
        type="Autos, motos, vélos, trottinettes...",
        subtype="Deux-roues motorisé en stationnement gênant",
        address="9 rue de la Marelle",
        stop=SCHOOL,
        seconds=45,
        at=(281, 160),
        photo=SHOTS[0].file,
        words="Trottoir barré par un deux-roues et des bacs devant l'école : la poussette passe sur la chaussée.",
    ),
    Finding(
        type="Éclairage / Électricité",
        subtype="Éclairage public éteint la nuit",
        address="14 rue du Figuier-Blanc",
        stop=DARK_STREET,
        seconds=40,
        at=(27, 158),
        photo=SHOTS[1].file,
        words="Trois réverbères éteints de suite, on ne voit pas le sol. Le groupe dit qu'on évite cette rue.",
    ),
    Finding(
        type="Voirie et espace public",
        subtype="Trottoirs : Affaissement, trou, bosse, pavé arraché",
        address="10 rue du Figuier-Blanc",
        stop=DARK_STREET,
        seconds=95,
        at=(24, 138),
        words="Trou dans le trottoir, caché par le noir.",
    ),
    Finding(
        type="Objets abandonnés",
        subtype="Autres objets encombrants abandonnés",
        address="31 rue des Trois-Boulangers",
        stop=BAKERS,
        seconds=35,
        at=(-50, 90),
        photo=SHOTS[2].file,
        words="Matelas et canapé contre le mur, déjà là la semaine dernière.",
    ),
    Finding(
        type="Propreté",
        subtype="Épanchement d'urine",
        address="2 passage du Chat-Perché",
        stop=PLOT,
        seconds=112,
        at=(14, 25),
        words="Odeur forte sous le passage couvert.",
    ),
    Finding(
        type="Propreté",
        subtype="Déchets et/ou salissures divers",
        address="22 rue du Figuier-Blanc",
        stop=PLOT,
        seconds=135,
        at=(46, 20),
        photo=SHOTS[3].file,
        words="Parcelle vide derrière une palissade abîmée, déchets jetés dedans. On pourrait y faire un jardin.",
    ),
    Finding(
        type="Graffitis, tags, affiches et autocollants",
        subtype="Graffitis et autocollants sur mur, façade sur rue, pont et descente d'eau pluviale",
        address="5 rue du Vieux-Lavoir",
        stop=LAUNDRY,
        seconds=50,
        at=(-176, -16),
        photo=SHOTS[4].file,
        words="Mur de l'ancien lavoir couvert de tags.",
    ),
    Finding(
        type="Objets abandonnés",
        subtype="Cartons ou sacs de déchets ménagers",
        address="Résidence Les Tilleuls, bâtiment A",
        stop=RESIDENCE,
        seconds=65,
        at=(-338, -88),
        photo=SHOTS[5].file,
        words="Corbeille pleine et sacs posés à côté, devant le hall du bâtiment A.",
    ),
    Finding(
        type="Éclairage / Électricité",
        subtype="Lampadaire en mauvais état",
        address="Résidence Les Tilleuls, allée du bâtiment B",
        stop=RESIDENCE,
        seconds=110,
        at=(-322, -100),
        words="Lampe qui clignote dans l'allée entre les deux bâtiments.",
    ),
    Finding(
        type="Mobiliers urbains",
        subtype="Autres : Banc  détérioré",
        address="Square de la Fontaine-Claire",
        stop=SQUARE,
        seconds=60,
        at=(-64, -118),
        words="Deux lattes cassées sur le banc près de la fontaine ; le square, lui, plaît à tout le monde.",
    ),
]

# The columns and their order are those of the open data set; datedecl has its hour too, and the last two are ours.
COLUMNS = [
    "numero",
    "type",
    "soustype",
    "adresse",
    "code_postal",
    "ville",
    "arrondissement",
    "conseilquartier",
    "datedecl",
    "anneedecl",
    "moisdecl",
    "prefixe",
    "intervenant",
    "id_dmr",
    "geo_shape",
    "geo_point_2d",
    "mois_annee_decla",
    "description",
    "photo",
]


def reports_csv() -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for number, finding in enumerate(FINDINGS, start=1):
        longitude, latitude = to_lonlat(finding.at)
        time = (stop_start(finding.stop) + timedelta(seconds=finding.seconds)).astimezone(PARIS)
        writer.writerow(
            {
                "numero": number,
                "type": finding.type,
                "soustype": finding.subtype,
                "adresse": f"{finding.address}, 75012 PARIS",
                "code_postal": "75012",
                "ville": "Paris 12",
                "arrondissement": 12,
                "conseilquartier": NAME.upper(),
                "datedecl": time.isoformat(timespec="seconds"),
                "anneedecl": time.year,
                "moisdecl": time.month,
                "prefixe": "Marche exploratoire",
                "intervenant": "",
                "id_dmr": f"DEMO{number:04d}",
                "geo_shape": f"{{'type': 'Feature', 'geometry': {{'coordinates': [{longitude}, {latitude}],"
                " 'type': 'Point'}, 'properties': {}}",
                "geo_point_2d": f"{{'lon': {longitude}, 'lat': {latitude}}}",
                "mois_annee_decla": f"{time:%Y-%m}",
                "description": finding.words,
                "photo": finding.photo,
            }
        )
    return out.getvalue()
