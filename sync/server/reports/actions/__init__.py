"""Every write about reports, each in one transaction: permission, change, line of history, publication, mail owed."""

from sync.server.reports.actions.arrivals import forget, receive_photos, receive_reports, receive_revisits, walk_placed
from sync.server.reports.actions.assignee import Proof, accept, declare_done, plan, put_on_hold, send_back
from sync.server.reports.actions.cell import (
    answer,
    assign,
    check_proof,
    comment,
    decide,
    join,
    send_again,
    separate,
    set_category,
    set_due,
    set_territory,
    verify,
)

__all__ = [
    "Proof",
    "accept",
    "answer",
    "assign",
    "check_proof",
    "comment",
    "decide",
    "declare_done",
    "forget",
    "join",
    "plan",
    "put_on_hold",
    "receive_photos",
    "receive_reports",
    "receive_revisits",
    "send_again",
    "send_back",
    "separate",
    "set_category",
    "set_due",
    "set_territory",
    "verify",
    "walk_placed",
]
