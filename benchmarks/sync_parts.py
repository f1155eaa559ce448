"""What the benchmarks of sync are made of: an enrolled tablet, and what it has to send."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.gup_server import Server
from sync.client.engine import Engine
from sync.client.enrol import enrol
from sync.protocol import ids, times
from sync.protocol.records import ExploratoryWalk, Photo, Position, Report
from walker.store import Store, open_store

REPORTS = 1_000
PHOTOS = 1_500
PHOTO_BYTES = 384_000
PREVIEW_BYTES = 9_000
_PLACES = ("Devant la supérette", "Au coin du square", "Sous le porche du 12", "Le long du mur de l’école", "À l’arrêt")
_THINGS = (
    "des sacs et des cartons, on ne passe plus avec une poussette",
    "le lampadaire est éteint depuis deux semaines, il fait très sombre",
    "le banc est cassé, une planche manque et des vis dépassent",
    "l’eau reste au milieu du passage après chaque pluie",
    "la porte du hall ne ferme plus, tout le monde peut entrer",
)


@dataclass(frozen=True)
class Picture:
    """Final bytes as photo preparation gives them; random, as a JPEG compresses no further."""

    jpeg: bytes
    preview: bytes
    width: int = 2016
    height: int = 1512


def tablet(folder: Path, server: Server, url: str = "") -> Store:
    """An enrolled tablet that has synced once and has nothing of its own; from then on it calls `url`."""
    store = open_store(folder, clock=lambda: datetime.now(UTC))
    address = server.url.rstrip("/")
    answer = enrol(address, server.enrol_code(), store.identity)
    store.outbox.set_enrolment(address, answer.token, answer.epoch)
    Engine(store.outbox).sync()
    if url:
        store.settings.set("server_url", url)
    return store


def fill(store: Store, reports: int, photos: int, photo_bytes: int, *, seed: int = 7) -> int:
    """One walk with that many reports, and photos shared out among them; gives the bytes of all media."""
    dice = random.Random(seed)
    walk = store.records.save(ExploratoryWalk(**_common(), state="held"))
    made = [store.records.save(_report(walk.id, dice)) for _ in range(reports)]
    for number in range(photos):
        about = made[number % len(made)].id
        picture = Picture(
            jpeg=b"\xff\xd8\xff\xe0" + dice.randbytes(photo_bytes - 4),
            preview=b"\xff\xd8\xff\xe0" + dice.randbytes(PREVIEW_BYTES - 4),
        )
        store.photos.add_checked(Photo(**_common(), about=about, walk_id=walk.id), picture)
    return photos * (photo_bytes + PREVIEW_BYTES)


def _report(walk_id: str, dice: random.Random) -> Report:
    words = f"{dice.choice(_PLACES)}, n° {dice.randrange(1, 200)}: {dice.choice(_THINGS)}."
    place = Position(
        lat_e7=488867310 + dice.randrange(90_000),
        lon_e7=23553120 + dice.randrange(90_000),
        accuracy_cm=dice.randrange(300, 2_000),
    )
    common = _common()
    return Report(
        **common, walk_id=walk_id, category="litter", position=place, text=words, observed_at=common["created_at"]
    )


def _common() -> dict[str, str]:
    now = times.now()
    return {"id": ids.new_id(), "writer": "", "created_at": now, "updated_at": now}
