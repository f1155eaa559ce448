"""The field app in its window near the end of a long day, and everything a person does in it, one act after another.

`python -m benchmarks.long_day FOLDER` plays the acts three times in one window and prints what each of them cost the
window's thread, as JSON. A stretch is what this thread does between two looks at the fingers: from one waking of the
event loop to the next one, in time of the processor spent by this thread alone (`time.thread_time`), so that neither
other programs nor waiting count. Counted: slots, bindings, the making and laying out of items, garbage collection,
pictures drawn for the icons. Taken off: what the scene graph does between its synchronisation and the swapped frame.
No map pack is installed: the map has its marks and lines, and no tiles.
"""

from __future__ import annotations

import dataclasses
import gc
import json
import math
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

from benchmarks.long_walk import START, positions
from scripts.scenes.revisit import findings_of_march
from scripts.scenes.stage import DEMO
from sync.protocol import codec, ids
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import Report, Stop
from walker.device.position import OnFix, OnReception, PositionFix, Reception, SourceState
from walker.device.replay_camera import ReplayCamera
from walker.domain.grid import answer
from walker.domain.shots import keep_shot, new_report
from walker.domain.units import position
from walker.main import SETTLED_MS, close_window, collect_from_now_on, make_app, open_window
from walker.store import Store, open_store
from walker.viewmodels.app import App

FINDINGS, ELSEWHERE, TOURS = 500, 10_000, 3
BUSY_S = 0.002  # less is no work: the hands of a clock, a pulse
QUIET_S = 0.2  # so long after an act nothing of it is left to do
PATIENCE_S = 8.0
STARTED_S = 3.0  # all that a start puts off is done
MOMENT = "2026-03-12T20:00:00.000Z"
LAT, LON = positions(1)[0]


class Receiver:
    """Fixes come when an act gives them."""

    listener: OnFix | None = None
    second = 0

    def start(self, on_fix: OnFix) -> None:
        self.listener = on_fix

    def stop(self) -> None:
        self.listener = None

    def hear(self, on_reception: OnReception) -> None:
        on_reception(Reception(state=SourceState.FIXED))

    def give(self) -> None:
        """The next second of the walk."""
        self.second += 1
        lat, lon = positions(self.second)[-1]
        if self.listener is not None:
            self.listener(PositionFix(lat=lat, lon=lon, time=START, accuracy_m=5.0), False)


@dataclass
class Cost:
    """Of one act, in seconds of the processor on the window's thread."""

    longest: float = 0.0
    whole: float = 0.0  # until nothing is left to do, drawing too
    shown_after: float = 0.0  # by the clock, until its page is in a frame; 0: nothing was drawn
    stretches: list[float] = field(default_factory=list)


class Watch(QObject):
    """Cuts the time of the thread into stretches."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__()
        self._window = window
        self._begun = self._draws_since = time.thread_time()
        self._drawn = 0.0
        self.cost = Cost()
        self._asked = time.perf_counter()
        self._busy = time.perf_counter()
        self._at_least_s = 0.0
        self._loop = QEventLoop()
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.awake.connect(self._on_awake)
        window.beforeSynchronizing.connect(self._on_drawing)
        window.frameSwapped.connect(self._on_drawn)

    def act(self, act: Callable[[], object], at_least_s: float = 0.0) -> Cost:
        """What it cost, with all that follows from it."""
        self.cost = Cost()
        self._at_least_s = at_least_s
        self._asked = self._busy = time.perf_counter()
        look = QTimer(interval=20)  # wakes the loop: whether all is quiet is judged after the stretch
        look.start()
        QTimer.singleShot(0, act)
        self._loop.exec()
        return self.cost

    def _is_quiet(self) -> bool:
        now = time.perf_counter()
        if now - self._asked > PATIENCE_S:  # the viewfinder, for one, goes on and on
            return True
        if now - self._asked < self._at_least_s:
            return False
        return now - self._busy > QUIET_S and not self._window.property("turning")

    @Slot()
    def _on_awake(self) -> None:
        now = time.thread_time()
        taken = now - self._begun
        self.cost.whole += taken
        taken -= self._drawn
        self.cost.longest = max(self.cost.longest, taken)
        if taken > BUSY_S:
            self.cost.stretches.append(taken)
            self._busy = time.perf_counter()
        self._begun, self._drawn = now, 0.0
        if self._is_quiet():
            self._loop.quit()

    @Slot()
    def _on_drawing(self) -> None:
        self._draws_since = time.thread_time()

    @Slot()
    def _on_drawn(self) -> None:
        self._drawn += time.thread_time() - self._draws_since
        if not self.cost.shown_after and not self._window.property("turning"):
            self.cost.shown_after = time.perf_counter() - self._asked


def fill(store: Store) -> None:
    """What came from the office, and an earlier walk here."""
    pulled = []
    for number in range(ELSEWHERE):
        lat = LAT + (number * 7919 % 10_000 - 5_000) * 2e-5
        lon = LON + (number * 104_729 % 9_973 - 5_000) * 3e-5
        times = {"created_at": MOMENT, "updated_at": MOMENT, "observed_at": MOMENT}
        kind = "liked_place" if number % 2 else "dysfunction"
        report = Report(
            id=ids.new_id(), writer="other", category="litter", kind=kind, position=position(lat, lon), **times
        )
        body = codec.encode(report).decode()
        pulled.append(PulledRecord(seq=number + 1, scopes=("all",), hash=codec.sha256(body.encode()), body=body))
    page = PullAnswer(epoch=ids.new_id(), records=tuple(pulled), more=False, cursors={"all": ELSEWHERE})
    store.outbox.store_page(page)


def go_out(app: App, receiver: Receiver) -> list[str]:
    """A walk with its findings, a stop with answers, photos to check; what is due on its way."""
    store = app.tablet.store
    march = findings_of_march(store)
    for report_id in march:  # on the way of this walk
        report = store.records.find(report_id)
        assert isinstance(report, Report)
        store.records.save(dataclasses.replace(report, position=position(LAT, LON)))
    app.startWalk()
    app.live.headcount.done()
    receiver.give()
    session = app.live.session
    assert session is not None
    session.save_all([session.new_report(category="litter") for _ in range(FINDINGS)])
    app.live.stopHere(math.nan, math.nan)
    (stop,) = store.records.all(Stop)
    for key, fields in (("light", {"value": "1"}), ("glare", {"value": "2"}), ("lamps_out", {"value": "2"})):
        answer(store, app.tablet.clock, session.walk, stop.id, key, **fields)
    app.go("home", "live")
    app.tablet.recordsChanged.emit()
    return march


def acts(app: App, window: QQuickWindow, receiver: Receiver, march: list[str], tour: int) -> Iterator[tuple[str, Any]]:
    """(what a person does, what its button calls), from the map of the walk and back to it."""
    yield "a fix", receiver.give
    for name, act in _capture(app):
        yield name, act
    yield "more details of a saved report", app.last.complete
    yield "scroll the form", lambda: _scroll(window)
    yield "urgency", lambda: app.report.pickUrgency("hinders")
    yield "kind of place", lambda: app.report.openPlaceGroup("building")
    yield "place of the report", lambda: app.placeOnMap("report")
    yield "back to the report", app.back
    yield "detour of the report", lambda: app.drawOutline("report")
    yield "back to the report from the detour", app.back
    yield "done with the report", app.report.save
    yield "space form", lambda: app.capture("space", LAT, LON)
    yield "kind of space", lambda: app.space.pickKind("wasteland")
    yield "outline of the space", lambda: app.drawOutline("space")
    yield "back to the space", app.back
    yield "save the space", app.space.save
    yield "camera", lambda: app.openCamera("", QUrl())
    yield "map again from the camera", app.back
    yield "photos to check", lambda: app.open("photos")
    yield "one photo", lambda: app.openPhoto(app.photos.cells.rows[0]["photoId"])
    yield "photos again", app.back
    yield "map again from the photos", app.back
    yield "grid at a stop", lambda: app.openGrid(app.tablet.store.records.all(Stop)[0].id)
    yield "answer", lambda: app.grid.pick("light", "1" if tour % 2 else "2")
    yield "scroll the grid", lambda: _scroll(window)
    yield "next theme of the grid", app.grid.next
    yield "map again from the grid", app.back
    yield "return visit", lambda: app.openRevisit(march[tour])
    yield "verdict", lambda: app.revisit.say("resolved")
    yield "next finding to see again", app.revisit.next
    yield "map again from the return visit", app.back
    for panel in ("layers", "list", "brightness"):
        yield f"{panel} of the map", lambda panel=panel: app.live.map.toggle(panel)
        yield f"{panel} closed", lambda panel=panel: app.live.map.toggle(panel)
    yield "help now", lambda: app.open("aid")
    yield "map again from help now", app.back
    yield "home", lambda: app.open("home")
    yield "scroll home", lambda: _scroll(window)
    for name, act in _rooms(app):
        yield name, act
    yield "night", lambda: app.display.chooseTheme("nuit")
    yield "day", lambda: app.display.chooseTheme("jour")
    yield "English", lambda: app.display.chooseLanguage("en")
    yield "French", lambda: app.display.chooseLanguage("fr")
    yield "home from the settings", lambda: app.open("home")
    yield "resume the walk", lambda: app.open("live")
    yield "night on the map", lambda: app.display.chooseTheme("nuit")
    yield "day on the map", lambda: app.display.chooseTheme("jour")
    yield "finish the walk", app.finishWalk
    yield "vote", lambda: app.openVotes(app.end.walkId)
    yield "end from the vote", app.back
    yield "the walk goes on", app.goOn


def _capture(app: App) -> Iterator[tuple[str, Any]]:
    yield "report form", lambda: app.capture("report", LAT, LON)
    yield "tap on a category", lambda: app.report.pickCategory("bulky_items")
    yield "another family", lambda: app.report.pictures.openFamily("uses")
    yield "details of the report", app.report.toggleDetails
    yield "pictures again", app.report.toggleDetails
    yield "save the report", app.report.save


def _rooms(app: App) -> Iterator[tuple[str, Any]]:
    yield "prepare a walk", lambda: app.prepareWalk("")
    for step in ("kind", "group", "grid", "roles", "place"):
        yield f"prepare: {step}", lambda step=step: app.walks.plan.openStep(step)
    yield "territory", lambda: app.open("territory")
    yield "prepare from the territory", app.back
    yield "route", lambda: app.open("route")
    yield "prepare from the route", app.back
    yield "home from prepare", app.back
    for page in ("walks", "answers", "helper", "voices", "sync", "enrol", "join", "handback"):
        yield page, lambda page=page: app.open(page)
    yield "help", lambda: app.open("help")
    yield "unclear wording", lambda: app.noteWording("help", "", "", app.help.title)
    for page in ("checks", "packs", "storage", "settings"):
        yield page, lambda page=page: app.open(page)


def _scroll(window: QQuickWindow) -> None:
    """A page further down, as its button does: the largest place that scrolls."""
    found = [item for item in _items(window) if item.inherits("QQuickFlickable")]
    if found:
        largest = max(found, key=lambda item: item.height())
        largest.setProperty("contentY", min(largest.height(), largest.property("contentHeight") - largest.height()))


def _items(window: QQuickWindow) -> Iterator[QQuickItem]:
    waiting = [window.contentItem()]
    while waiting:
        item = waiting.pop(0)
        if item.isVisible():
            yield item
            waiting.extend(item.childItems())


def main(folder: Path) -> None:
    application = QGuiApplication(["walker"])
    gc.disable()  # as walker.start does
    receiver = Receiver()
    lens = ReplayCamera(sorted((DEMO / "photos").glob("*.jpg"))[:2])
    with open_store(folder) as store:
        fill(store)
        app = make_app(store, receiver, camera=lens)
        engine = open_window(app)
        window = engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        watch = Watch(window)
        QTimer.singleShot(SETTLED_MS, app, lambda: collect_from_now_on(app))
        costs: dict[str, list[Cost]] = {"idle after the start": [watch.act(lambda: None, STARTED_S)]}
        march = go_out(app, receiver)
        photos_to_check(app)
        watch.act(lambda: None)
        for tour in range(TOURS):
            for name, act in acts(app, window, receiver, march, tour):
                cost = watch.act(act)
                costs.setdefault(name, []).append(cost)
        print(json.dumps({name: [dataclasses.asdict(cost) for cost in found] for name, found in costs.items()}))  # noqa: T201
        close_window(engine, app)
    del application


def photos_to_check(app: App) -> None:
    """Two that the finder has looked at."""
    tablet = app.tablet
    for picture in sorted((DEMO / "photos").glob("*.jpg"))[:2]:
        photo = keep_shot(tablet.store, tablet.clock, picture.read_bytes(), new_report(None, None, tablet.clock()))
        tablet.store.photos.looked(photo.id, (), "found")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
