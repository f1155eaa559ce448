"""The check of the microphone says what it hears, and why when it hears nothing; nothing is kept."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication

from walker.device.microphone import NO_MICROPHONE, NOT_ALLOWED, OnFault, OnSound
from walker.viewmodels.hearing import Hearing


class FakeMicrophone:
    """Hears what the test says."""

    rate = 16_000

    def __init__(self, fault: str = "") -> None:
        self.fault = fault
        self.heard: OnSound | None = None

    def start(self, ready: Callable[[], None], heard: OnSound, failed: OnFault) -> None:
        if self.fault:
            failed(self.fault)
        else:
            self.heard = heard
            ready()

    def stop(self) -> None:
        self.heard = None

    def say(self, *samples: int) -> None:
        assert self.heard is not None
        self.heard(array("h", samples).tobytes())


@pytest.fixture
def hearing(qapp: QCoreApplication) -> Hearing:
    return Hearing()


@pytest.mark.parametrize(("loud", "end"), [(9_000, "heard"), (-9_000, "heard"), (20, "silent")])
def test_a_voice_is_told_from_the_noise_of_the_microphone(hearing: Hearing, loud: int, end: str) -> None:
    microphone = FakeMicrophone()
    hearing.microphone = microphone
    hearing.listen()
    assert hearing.state == "listening"
    microphone.say(0, loud, 0)
    assert hearing.level == pytest.approx(min(1, abs(loud) / 12_000))
    hearing.stop()
    assert (hearing.state, microphone.heard) == (end, None)


@pytest.mark.parametrize("fault", [NO_MICROPHONE, NOT_ALLOWED])
def test_what_is_missing_is_said_by_its_code(hearing: Hearing, fault: str) -> None:
    hearing.microphone = FakeMicrophone(fault)
    hearing.listen()
    hearing.stop()
    assert hearing.state == fault
