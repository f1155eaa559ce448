"""Lists told to QML by what differs, so that a growing track is not drawn anew at each fix."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from walker.viewmodels.rows import GrowingRows, RowListModel


def test_a_row_more_is_inserted_and_a_changed_row_is_told_alone(qapp: QCoreApplication) -> None:
    model = RowListModel(("code", "label"))
    told: list[str] = []
    model.rowsInserted.connect(lambda _parent, first, last: told.append(f"inserted {first}-{last}"))
    model.dataChanged.connect(lambda first, last: told.append(f"changed {first.row()}-{last.row()}"))
    model.modelReset.connect(lambda: told.append("reset"))
    model.show([{"code": "a", "label": "A"}])
    model.show([{"code": "a", "label": "A"}, {"code": "b", "label": "B"}])
    model.show([{"code": "a", "label": "A"}, {"code": "b", "label": "Bé"}])
    model.show([{"code": "a", "label": "A"}, {"code": "b", "label": "Bé"}])
    model.show([{"code": "c", "label": "C"}])
    assert told == ["reset", "inserted 1-1", "changed 1-1", "reset"]


def test_a_page_reads_rows_by_their_names(qapp: QCoreApplication) -> None:
    model = RowListModel(("code", "label"))
    model.show([{"code": "a", "label": "A"}])
    names = {bytes(name.data()).decode(): role for role, name in model.roleNames().items()}
    assert model.data(model.index(0), names["label"]) == "A"
    assert model.data(model.index(5), names["label"]) is None


def test_growing_rows_come_a_few_a_turn_and_a_newer_list_takes_over(qapp: QCoreApplication) -> None:
    model = GrowingRows(("code",))
    long = [{"code": str(number)} for number in range(10)]
    counts: list[int] = []
    model.countChanged.connect(lambda: counts.append(model.rowCount()))
    model.show(long)
    assert (model.rowCount(), model.growing) == (3, True)
    while model.growing:
        QCoreApplication.processEvents()
    assert counts == [3, 6, 9, 10]
    assert model.rows == long
    model.show([*long[:9], {"code": "x"}])  # as many: what differs, at once
    assert model.rows[9] == {"code": "x"} and not model.growing
    model.show([])
    model.show(long)
    model.show(long[5:7])
    assert (model.rows, model.growing) == (long[5:7], False)
    model.show(long[5:9])
    assert model.rows[:2] == long[5:7]
    while model.growing:
        QCoreApplication.processEvents()
    assert model.rows == long[5:9]
