"""Whether the link of now is one that costs money: asked of the system through QtNetwork, loaded when first asked."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Link(StrEnum):
    """What the page says in words."""

    FREE = "free"  # Wi-Fi, a cable
    PAID = "paid"  # a telephone's network, or one the system calls metered
    UNKNOWN = "unknown"  # the system does not say


class Network(Protocol):
    """What the tablet hangs on."""

    def link(self) -> Link: ...


class QtNetwork:
    """Fits Network. Without a backend of the system the answer is UNKNOWN."""

    def __init__(self) -> None:
        self._loaded: bool | None = None

    def link(self) -> Link:
        from PySide6.QtNetwork import QNetworkInformation

        if self._loaded is None:
            wanted = QNetworkInformation.Feature.TransportMedium | QNetworkInformation.Feature.Metered
            self._loaded = QNetworkInformation.loadBackendByFeatures(
                wanted
            ) or QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.TransportMedium)
        found = QNetworkInformation.instance() if self._loaded else None
        if found is None:
            return Link.UNKNOWN
        medium = QNetworkInformation.TransportMedium
        if found.isMetered() or found.transportMedium() in (medium.Cellular, medium.Bluetooth):
            return Link.PAID
        if found.transportMedium() in (medium.WiFi, medium.Ethernet):
            return Link.FREE
        return Link.UNKNOWN
