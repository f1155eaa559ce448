"""The whole loop in a real browser: a recorded walk becomes reports, a cell triages them, a landlord acts, proves it,
the tablet that walked learns the answer, and the next walk closes it (S-03, S-24, S-92).
"""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from sync.protocol.records import HandlingView, Report
from tests.e2e.office import CHROMIUM, Office, signed_in
from tests.e2e.walker_command import walker
from walker.domain.walk_session import WalkSession
from walker.store import open_store

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(180)]

DEMO = Path(__file__).parents[2] / "resources" / "demo"
QPV = "qpv_2015_officiels_3.geojson"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(CHROMIUM))
        yield chromium
        chromium.close()


def reports_of_the_district(shared_data: Path, target: Path, count: int) -> int:
    """The first real reports of « Dans ma rue » of the 20th arrondissement, as a file of their own."""
    with (shared_data / "dansmarue" / "dans_ma_rue.csv").open(encoding="utf-8-sig", newline="") as source:
        rows = csv.reader(source, delimiter=_delimiter(source.readline()))
        source.seek(0)
        header = next(rows)
        where = header.index("arrondissement")
        chosen = [row for row in rows if row[where].strip() == "20"][:count]
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([header, *chosen])
    return len(chosen)


def _delimiter(head: str) -> str:
    return max(";,\t", key=head.count)


def unfold(page: Page, word: str) -> None:
    """Open the form behind that button, unless the page opened it already."""
    summary = page.locator("summary", has_text=word).first
    if summary.locator("..").get_attribute("open") is None:
        summary.click()


def triage(page: Page, number: str, organisation: str) -> None:
    """The cell assigns the report to that organisation."""
    page.get_by_role("navigation").get_by_role("link", name="Signalements").click()
    page.get_by_label("Numéro, rue, mot").fill(number)
    page.get_by_role("button", name="Chercher").click()
    page.get_by_role("listitem").filter(has_text=number).get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(number)
    unfold(page, "Confier")
    choice = page.get_by_label("Qui doit agir")
    choice.select_option(choice.locator("option", has_text=organisation).first.get_attribute("value"))
    page.get_by_role("button", name="Confier").click()
    expect(page.get_by_text("Confié. L’organisme reçoit un courriel.")).to_be_visible()


def act_and_prove(page: Page, number: str, proof: Path) -> None:
    """The landlord accepts, plans and declares it done with a photo."""
    page.get_by_role("link", name="Mes demandes").click()
    page.get_by_role("listitem").filter(has_text=number).get_by_role("link").first.click()
    page.get_by_role("button", name="Accepter").click()
    expect(page.get_by_text("Accepté.", exact=True)).to_be_visible()
    unfold(page, "Prévoir")
    page.get_by_label("Jour des travaux").fill("2026-12-18")
    page.get_by_role("button", name="Enregistrer ce jour").click()
    expect(page.get_by_text("Prévu. Les auteurs liront le jour.")).to_be_visible()
    unfold(page, "Fait")
    page.get_by_label("Photo du travail fini").set_input_files(proof)
    page.get_by_role("button", name="C’est fait").click()
    expect(page.get_by_text("Noté comme fait. Quelqu’un d’autre ira voir.")).to_be_visible()


def answer(page: Page, number: str, words: str) -> None:
    """The cell checks the proof and writes what inhabitants read."""
    page.goto(f"{page.url.split('/reports')[0]}/reports/{number}")
    page.get_by_role("button", name="Montrer aux auteurs").click()
    expect(page.get_by_text("Photo vérifiée. Les auteurs peuvent la voir.")).to_be_visible()
    unfold(page, "Répondre")
    page.get_by_label("Vos mots aux habitants").fill(words)
    page.get_by_role("button", name="Envoyer la réponse").click()
    expect(page.get_by_text("Réponse envoyée.")).to_be_visible()


def learned(tablet: Path, report_id: str) -> tuple[HandlingView, list[str]]:
    """What the tablet knows of its report after a sync."""
    done = walker("sync", "--once", "--data", tablet)
    assert done.code == 0, done.err
    with open_store(tablet, writable=False) as store:
        view = store.handling_of(report_id)
        assert view is not None
        return view, [said.words for said in store.answers_of(report_id)]


def revisit(tablet: Path, report_id: str, verdict: str) -> None:
    """The next walk looks again."""
    with open_store(tablet) as store:
        session = WalkSession.start(store, lambda: datetime.now(UTC), title="Marche de retour")
        session.revisit(report_id, verdict)
        session.finish()
    assert walker("sync", "--once", "--data", tablet).code == 0


def loop(browser: Browser, office: Office, tablet: Path, people: dict[str, tuple[str, str]], landlord: str) -> None:
    """From the first report on the tablet to the revisit that closes it."""
    with open_store(tablet, writable=False) as store:
        report = next(each for each in store.records.all(Report) if each.position is not None)
    before, _ = learned(tablet, report.id)
    assert before.group == "open"
    number = before.number

    with signed_in(browser, office, people["cell"]) as page:
        triage(page, number, landlord)
    with signed_in(browser, office, people["landlord"]) as page:
        act_and_prove(page, number, DEMO / "photos" / "07-square-apprecie.jpg")
        # Whoever did the work is never the one who verifies it.
        expect(page.get_by_text("quelqu’un d’autre le vérifie sur place")).to_be_visible()
        assert page.locator("summary", has_text="Vu sur place").count() == 0
    with signed_in(browser, office, people["cell"]) as page:
        answer(page, number, "La lampe est réparée. Merci de l’avoir vue.")

    after, words = learned(tablet, report.id)
    assert after.group == "done"
    assert len(after.proof_sha256) == 1
    assert words == ["La lampe est réparée. Merci de l’avoir vue."]

    revisit(tablet, report.id, "resolved")
    closed, _ = learned(tablet, report.id)
    assert closed.group == "treated"
    with signed_in(browser, office, people["cell"]) as page:
        page.goto(f"{office.url}/reports/{number}")
        expect(page.locator("h1 + .badges")).to_contain_text("Vu sur place")

    revisit(tablet, report.id, "persists")
    reopened, _ = learned(tablet, report.id)
    assert reopened.group in {"open", "assigned"}, "a later walk that finds it again reopens it"
    office.gup("check")


def test_the_loop_closes_on_a_recorded_walk(browser: Browser, tmp_path: Path, shared_data: Path) -> None:
    reports = tmp_path / "signalements.csv"
    asked = reports_of_the_district(shared_data, reports, 25)
    tablet = tmp_path / "tablet"
    photos = tmp_path / "photos"
    photos.mkdir()
    for name in ("DSCN0010.jpg", "DSCN0021.jpg"):
        (photos / name).symlink_to(shared_data / "photos" / "exif-samples" / "jpg" / "gps" / name)
    with Office(tmp_path / "office") as office:
        imported = json.loads(
            office.gup("import", "territories", shared_data / "geo-paris" / QPV, "--json").splitlines()[-1]
        )
        codes = [line["code"] for line in imported["read"]]
        scope = [word for code in codes for word in ("--territory", code)]
        people = {
            "cell": office.person("cellule", "administrator"),
            "landlord": office.person("proprete", "assignee", "--organisation", "dpe"),
        }
        code = office.gup("enrol-code", *scope).strip()
        assert walker("enrol", office.url, code, "--data", tablet).code == 0
        walked = walker(
            "replay",
            shared_data / "gps" / "geolife" / "002_20081028102158.plt",
            "--photos", photos, "--photos-checked",
            "--reports", reports,
            "--public", "women",
            "--title", "Marche enregistrée",
            "--data", tablet,
        )  # fmt: skip
        assert walked.code == 0, walked.err
        assert walked.out["track"]["points"] > 1000
        assert walked.out["reports"]["read"] + len(walked.out["reports"]["refused"]) == asked
        assert walked.out["photos"] == {"read": 2, "placed": 2, "refused": []}

        sent = walker("sync", "--once", "--data", tablet)
        assert sent.code == 0, sent.err
        assert sent.out["media_bytes"] > 0
        again = walker("sync", "--once", "--data", tablet)
        assert (again.out["sent"], again.out["left"]) == (0, 0)
        exported = tmp_path / "reports.geojson"
        office.gup("export", "reports", "--to", exported)
        both_sides = len(json.loads(exported.read_text(encoding="utf-8"))["features"])
        assert both_sides == len(walker("list", "reports", "--data", tablet).out)

        loop(browser, office, tablet, people, "DPE")


def test_the_loop_closes_on_the_demonstration(browser: Browser, tmp_path: Path) -> None:
    tablet = tmp_path / "tablet"
    with Office(tmp_path / "office") as office:
        made = {each["username"]: each["password"] for each in json.loads(office.gup("demo", "--json"))}
        people = {
            "cell": ("demo-cellule", made["demo-cellule"]),
            "landlord": ("demo-bailleur", made["demo-bailleur"]),
        }
        entries = tomllib.loads((DEMO / "organisations.toml").read_text(encoding="utf-8"))["organisation"]
        landlord = next(entry for entry in entries if entry["code"] == "demo_bailleur_tilleuls")
        code = office.gup("enrol-code", "--territory", "demo_quartier").strip()
        assert walker("enrol", office.url, code, "--data", tablet).code == 0
        walked = walker(
            "replay", DEMO / "walk.gpx", "--photos", DEMO / "photos", "--photos-checked",
            "--reports", DEMO / "reports.csv", "--territory", "demo_quartier", "--public", "women", "--data", tablet,
        )  # fmt: skip
        assert walked.code == 0, walked.err
        loop(browser, office, tablet, people, landlord["short_name"] or landlord["name_fr"])
