"""PostgreSQL is killed in the middle of a push and started again: nothing acknowledged is lost, nothing is doubled."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from cluster import Cluster, new_cluster
from running import Server, run_gup, start_gup
from sealing import bundle_of, sealed_for
from wire import Reply, Tablet, item, through_http

from sync.protocol import codec, endpoints, messages

BATCH = 40
KILLS = 3


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    with new_cluster() as made:
        yield made


@pytest.fixture
def office(cluster: Cluster, tmp_path: Path) -> Iterator[Server]:
    """A `gup serve` on it, with two processes."""
    running = start_gup(tmp_path / "gup", {"DATABASE_URL": cluster.url})
    yield running
    running.stop()


def enrolled(office: Server, cluster: Cluster) -> Tablet:
    code = run_gup("enrol-code", "--data", str(office.data), env={"DATABASE_URL": cluster.url})
    tablet = Tablet(through_http(office.url))
    tablet.enrol(code.stdout.strip())
    return tablet


def ask(tablet: Tablet, batch: list[messages.PushItem]) -> Reply:
    return tablet.ask(endpoints.PUSH, messages.PushRequest(records=tuple(batch)), compress=True)


def held(cluster: Cluster) -> list[tuple[str, str, int]]:
    with psycopg.connect(cluster.url) as database:
        return database.execute("SELECT id, hash, seq FROM records_record WHERE writer <> 'server'").fetchall()


def test_killed_inside_the_transaction_of_a_push_nothing_is_acknowledged_and_all_of_it_passes_afterwards(
    cluster: Cluster, office: Server
) -> None:
    tablet = enrolled(office, cluster)
    batch = [item(tablet.report()) for _ in range(BATCH)]
    replies: list[Reply] = []
    holder, watcher = psycopg.connect(cluster.url), psycopg.connect(cluster.url)
    # Whoever holds the feed's row keeps every push just before its commit.
    holder.execute("UPDATE records_feed SET seq = seq")
    pushing = threading.Thread(target=lambda: replies.append(ask(tablet, batch)))
    pushing.start()
    until(lambda: watcher.execute("SELECT 1 FROM pg_locks WHERE NOT granted").fetchone() is not None)
    cluster.kill()
    pushing.join()
    holder.close()
    watcher.close()
    assert (replies[0].status, replies[0].fault().error) == (503, "server_busy")
    assert int(replies[0].headers["retry-after"]) > 0
    assert tablet.hello().status == 503, "while it is down every answer is: try again"
    cluster.start()
    assert held(cluster) == []
    outcomes = ask(tablet, batch).message(messages.PushAnswer).outcomes
    assert [outcome.outcome for outcome in outcomes] == [messages.ACCEPTED] * BATCH


def test_killed_again_and_again_while_four_tablets_push_no_acknowledged_record_is_lost_or_doubled(
    cluster: Cluster, office: Server
) -> None:
    tablets = [enrolled(office, cluster) for _ in range(4)]
    acknowledged: dict[str, str] = {}
    refused: list[int] = []
    stop = threading.Event()

    def push(tablet: Tablet) -> None:
        while not stop.is_set():
            batch = [item(tablet.report()) for _ in range(BATCH)]
            while True:  # as a tablet does: the same again until every record has an answer
                reply = ask(tablet, batch)
                if reply.status == 200:
                    break
                refused.append(reply.status)
                time.sleep(0.05)
            answer = reply.message(messages.PushAnswer)
            assert {outcome.outcome for outcome in answer.outcomes} <= {messages.ACCEPTED, messages.SAME}
            acknowledged.update({each.hash: each.body for each in batch})

    threads = [threading.Thread(target=push, args=(tablet,)) for tablet in tablets]
    for thread in threads:
        thread.start()
    for _ in range(KILLS):
        seen = len(acknowledged)
        until(lambda seen=seen: len(acknowledged) > seen + BATCH)
        cluster.kill()
        cluster.start()
    seen = len(acknowledged)
    until(lambda: len(acknowledged) > seen)
    stop.set()
    for thread in threads:
        thread.join()
    assert run_gup("check", "--data", str(office.data), env={"DATABASE_URL": cluster.url}).returncode == 0
    rows = held(cluster)
    assert set(refused) <= {503}
    assert refused, "no kill met a push: the test showed nothing"
    assert {record_hash for _, record_hash, _ in rows} >= acknowledged.keys()
    assert len({number for _, _, number in rows}) == len(rows) == len({record_id for record_id, _, _ in rows})


def test_killed_while_a_carried_bundle_is_taken_in_it_is_taken_in_by_itself_afterwards(
    cluster: Cluster, office: Server, tmp_path: Path
) -> None:
    carrier, other = enrolled(office, cluster), enrolled(office, cluster)
    report = other.report()
    content = sealed_for(carrier.seal_key, bundle_of(other, tmp_path, report))
    told = {"Upload_Offset": "0", "Upload_Length": str(len(content))}
    holder, watcher = psycopg.connect(cluster.url), psycopg.connect(cluster.url)
    holder.execute("UPDATE records_feed SET seq = seq")
    assert carrier.tus("PATCH", f"{endpoints.BUNDLES}/{codec.sha256(content)}", content, **told).status == 204
    until(lambda: watcher.execute("SELECT 1 FROM pg_locks WHERE NOT granted").fetchone() is not None)
    cluster.kill()
    holder.close()
    watcher.close()
    cluster.start()
    until(lambda: [record_id for record_id, _, _ in held(cluster)] == [report.id])
    until(lambda: list((office.data / "bundles").glob("*.sealed")) == [])
    assert run_gup("check", "--data", str(office.data), env={"DATABASE_URL": cluster.url}).returncode == 0


def until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + 40
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)
