"""The loop through its pages in a real browser, in French, at a desk and on a phone; every page passes axe."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from follow_up_office import PASSWORD, Office, fresh, moment
from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from sync.protocol import ids, records
from sync.server.records import access as records_access
from sync.server.records import carried_bundles
from sync.server.reports.models import ReportHandling

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DESK, PHONE = (1280, 900), (390, 844)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    # Playwright keeps a loop in this thread; Django would refuse the database there.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def keep(page: Page, name: str) -> None:
    """A picture to look at, where GUP_WALKER_PICTURES names a folder."""
    if folder := os.environ.get("GUP_WALKER_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


class Desk:
    """One person at one screen."""

    def __init__(self, browser: Browser, address: str, size: tuple[int, int], user: str) -> None:
        self.address = address
        self.faults: list[str] = []
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="fr-FR")
        self.page: Page = context.new_page()
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.page.goto(f"{address}/login")
        self.page.get_by_label("Nom d’utilisateur").fill(user)
        self.page.get_by_label("Mot de passe").fill(PASSWORD)
        self.page.get_by_role("button", name="Se connecter").click()
        self.check()

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.check()

    def check(self) -> None:
        """Accessible, nothing cut off at the side, no error in the console."""
        expect(self.page.locator("h1")).to_be_visible()
        found = [violation["id"] for violation in Axe().run(self.page).response["violations"]]
        assert (self.page.url, found) == (self.page.url, [])
        assert self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), self.page.url
        assert self.faults == []


@pytest.fixture
def report(transactional_db: None, office: Office) -> ReportHandling:
    return office.reported(
        category="hall_door" if _known("hall_door") else "graffiti",
        text="La porte du hall ne ferme plus",
        place_detail=records.PlaceDetail(building="B", staircase="2"),
        position=records.Position(lat_e7=488871000, lon_e7=23525000),
    )


def _known(category: str) -> bool:
    from sync.protocol.catalogue import load_seed

    return load_seed().get("categories", category) is not None


@pytest.mark.timeout(120)
def test_from_triage_to_the_answer_that_the_tablet_reads(
    office: Office, report: ReportHandling, browser: Browser, live_server: Any, tmp_path: Path
) -> None:
    cell = Desk(browser, live_server.url, DESK, "cellule")
    cell.page.get_by_role("link", name="Signalements").click()
    cell.page.locator(".row a").first.click()
    cell.check()
    expect(cell.page.locator(".place strong")).to_have_text("Bâtiment B, Escalier 2")
    expect(cell.page.locator(".map .leaflet-interactive").first).to_be_visible()
    cell.page.get_by_label("Qui doit agir").select_option(label=_option(cell.page, "Bailleur Les Tilleuls"))
    cell.page.get_by_role("button", name="Confier").click()
    expect(cell.page.get_by_role("status")).to_contain_text("Confié")
    cell.check()

    agent = Desk(browser, live_server.url, PHONE, "gardienne")
    expect(agent.page.locator("h1")).to_have_text("Mes demandes")
    agent.page.locator(".row a").first.click()
    agent.check()
    agent.page.get_by_role("button", name="Accepter").click()
    expect(agent.page.get_by_role("status")).to_contain_text("Accepté")
    agent.page.locator("summary", has_text="Prévoir").click()
    agent.page.get_by_label("Jour des travaux").fill((date.today() + timedelta(days=2)).isoformat())
    agent.page.get_by_role("button", name="Enregistrer ce jour").click()
    agent.check()
    picture = tmp_path / "porte.jpg"
    Image.new("RGB", (640, 480), "#447766").save(picture)
    agent.page.locator("summary", has_text="Fait").click()
    agent.page.get_by_label("Photo du travail fini").set_input_files(picture)
    agent.page.get_by_role("button", name="C’est fait").click()
    expect(agent.page.get_by_role("status")).to_contain_text("Noté comme fait")
    agent.check()
    assert fresh(report).group == "done"

    cell.open(f"/reports/{report.number}")
    proof = cell.page.locator(".photos img")
    expect(proof).to_be_visible()
    assert proof.evaluate("image => image.naturalWidth") > 0
    cell.page.get_by_role("button", name="Montrer aux auteurs").click()
    expect(cell.page.get_by_role("status")).to_contain_text("Photo vérifiée")
    cell.page.get_by_role("button", name="Je l’ai vu réglé").click()
    expect(cell.page.locator(".head .badge").first).to_contain_text("réglé")
    cell.page.locator("summary", has_text="Répondre").click()
    cell.page.get_by_label("Vos mots aux habitants").fill("La porte ferme de nouveau. Merci.")
    cell.page.get_by_role("button", name="Envoyer la réponse").click()
    expect(cell.page.get_by_role("status")).to_contain_text("Réponse envoyée")
    cell.check()

    view = office.view(report)
    assert (view.group, len(view.proof_sha256)) == ("treated", 1)
    (answer,) = records_access.about(records.Answer, report.pk)
    assert answer.words == "La porte ferme de nouveau. Merci."
    office.arrive(office.visit(report, "persists"))
    cell.open("/reports")
    expect(cell.page.locator(".row .badge").first).to_contain_text("Rouvert")


@pytest.mark.timeout(120)
def test_a_page_left_open_while_something_happened_says_so_and_keeps_what_was_typed(
    office: Office, report: ReportHandling, browser: Browser, live_server: Any
) -> None:
    cell = Desk(browser, live_server.url, PHONE, "cellule")
    cell.open(f"/reports/{report.number}")
    office.arrive(office.visit(report, "worse"))
    cell.page.locator("summary", has_text="Non retenu").click()
    cell.page.get_by_label("Pas de crédit cette année").check()
    cell.page.get_by_label("Ce que les habitants liront").fill("Pas cette année, peut-être en mars.")
    cell.page.get_by_role("button", name="Enregistrer et prévenir les auteurs").click()
    expect(cell.page.get_by_role("alert")).to_contain_text("a changé entre-temps")
    expect(cell.page.get_by_label("Ce que les habitants liront")).to_have_value("Pas cette année, peut-être en mars.")
    expect(cell.page.get_by_label("Pas de crédit cette année")).to_be_checked()
    assert fresh(report).group == "open"
    cell.faults.clear()  # the browser notes the answer 409 as an error; it is the one we want
    cell.check()
    cell.page.get_by_role("button", name="Enregistrer et prévenir les auteurs").click()
    expect(cell.page.locator(".head .badge").first).to_contain_text("Non retenu")


def test_the_other_pages_are_accessible_on_both_screens(
    office: Office, report: ReportHandling, browser: Browser, live_server: Any
) -> None:
    for size in (DESK, PHONE):
        cell = Desk(browser, live_server.url, size, "cellule")
        for path in ("/reports?tab=all&q=zzz", "/walks", "/tablets", "/help", "/help/cell-secretary"):
            cell.open(path)
        cell.page.goto(f"{cell.address}/tablets")
        cell.page.get_by_label("Goutte d’Or").check()
        cell.page.get_by_role("button", name="Nouveau code").click()
        expect(cell.page.locator(".qr svg")).to_be_visible()
        cell.check()


@pytest.mark.timeout(120)
def test_long_words_and_long_names_are_wrapped_and_cut_nowhere(
    office: Office, browser: Browser, live_server: Any
) -> None:
    word = "Anticonstitutionnellement" + 35 * "a"
    office.landlord.name_fr = f"Société {word}"
    office.landlord.save()
    walk = records.ExploratoryWalk(
        id=ids.new_id(), writer=office.tablet.pk, created_at=moment(), updated_at=moment(), state="held",
        territory="goutte-dor", title=f"Marche {word}", organiser_name=word, note=word, length_cm=261100,
    )  # fmt: skip
    office.arrive(walk)
    report = office.reported(
        text=word, walk_id=walk.id, address=f"31 rue {word}",
        place_detail=records.PlaceDetail(building=word, landmark=word),
    )  # fmt: skip
    office.assigned(report)
    # Only now: a report of a category that nobody knows is asked of nobody.
    ReportHandling.objects.filter(pk=report.pk).update(category=f"unknown_{word}")
    for size in (DESK, PHONE, (640, 450)):
        cell = Desk(browser, live_server.url, size, "cellule")
        for path in ("/reports?tab=all", f"/reports/{report.number}", "/walks", f"/walks/{walk.id}"):
            cell.open(path)
            assert cell.page.evaluate(_CUT) == [], (path, size)
    expect(cell.page.get_by_text("2\u00a0611\u00a0m", exact=True)).to_be_visible()


# What is wider than its box, or ends beyond the window.
_CUT = """() => [...document.querySelectorAll('main *, header *')]
    .filter(each => !each.closest('.leaflet-container, .hidden, svg') && each.getClientRects().length)
    .filter(each => each.getBoundingClientRect().right > innerWidth + 1
        || getComputedStyle(each).overflowX === 'hidden' && each.scrollWidth > each.clientWidth + 1)
    .map(each => each.outerHTML.slice(0, 80))"""


def _option(page: Page, text: str) -> str:
    return next(found for found in page.locator("#lead option").all_inner_texts() if text in found)


@pytest.mark.timeout(120)
def test_a_carried_file_that_cannot_be_taken_in_is_set_aside(
    transactional_db: None, office: Office, browser: Browser, live_server: Any, settings: Any
) -> None:
    part = settings.DATA / "part"
    part.write_bytes(b"nobody can open this")
    carried_bundles.folder().mkdir()
    carried_bundles.keep("5ea1" * 16, part, carrier=office.tablet.pk)
    carried_bundles.take_in_waiting()
    for size in (PHONE, DESK):
        cell = Desk(browser, live_server.url, size, "cellule")
        cell.open("/tablets")
        cell.page.locator("summary", has_text="Écarter").click()
        cell.check()
        keep(cell.page, f"carried-{size[0]}")
    cell.page.get_by_label("Pourquoi").fill("Abîmé : la tablette l’a encore")
    cell.page.get_by_label("Le garder").check()
    cell.page.get_by_role("button", name="Écarter").click()
    expect(cell.page.get_by_role("status")).to_contain_text("son fichier est gardé")
    cell.check()
    keep(cell.page, "carried-decided")
