"""Whether there is a network, and whether it costs money: as the system says, through QtNetwork, loaded when asked."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Protocol


class Link(StrEnum):
    """What the page says in words."""

    FREE = "free"  # Wi-Fi, a cable
    PAID = "paid"  # a telephone's network, or one the system calls metered
    UNKNOWN = "unknown"  # the system does not say


class Network(Protocol):
    """What the tablet hangs on."""

    def link(self) -> Link: ...

    def reachable(self) -> bool:
        """False only when the system is sure that nothing can be reached: no network, or a Wi-Fi's login page."""

    def addresses(self) -> tuple[str, ...]:
        """By which another tablet nearby reaches this one, Wi-Fi first; none without a Wi-Fi or a cable."""

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this, on the window's thread, whenever one of the two may have changed."""


class QtNetwork:
    """Fits Network. Without a backend of the system nothing is known, and nothing is told."""

    def __init__(self) -> None:
        self._loaded: bool | None = None

    def link(self) -> Link:
        found = self._information()
        if found is None:
            return Link.UNKNOWN
        from PySide6.QtNetwork import QNetworkInformation

        medium = QNetworkInformation.TransportMedium
        if found.isMetered() or found.transportMedium() in (medium.Cellular, medium.Bluetooth):
            return Link.PAID
        if found.transportMedium() in (medium.WiFi, medium.Ethernet):
            return Link.FREE
        return Link.UNKNOWN

    def reachable(self) -> bool:
        found = self._information()
        if found is None:
            return True
        from PySide6.QtNetwork import QNetworkInformation

        return not found.isBehindCaptivePortal() and found.reachability() not in (
            QNetworkInformation.Reachability.Disconnected,
            QNetworkInformation.Reachability.Local,
        )

    def addresses(self) -> tuple[str, ...]:
        from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

        flag, kind = QNetworkInterface.InterfaceFlag, QNetworkInterface.InterfaceType
        unfit = flag.IsLoopBack | flag.IsPointToPoint  # this machine, a telephone's network, a tunnel
        near = [one for one in QNetworkInterface.allInterfaces() if one.flags() & flag.IsRunning]
        near.sort(key=lambda one: (one.type() != kind.Wifi, one.type() != kind.Ethernet))
        found = [entry.ip() for one in near if not one.flags() & unfit for entry in one.addressEntries()]
        ipv4 = QAbstractSocket.NetworkLayerProtocol.IPv4Protocol
        return tuple(ip.toString() for ip in found if ip.protocol() == ipv4 and not ip.isLinkLocal())

    def watch(self, changed: Callable[[], None]) -> None:
        found = self._information()
        if found is not None:
            for signal in (
                found.reachabilityChanged,
                found.isBehindCaptivePortalChanged,
                found.transportMediumChanged,
                found.isMeteredChanged,
            ):
                signal.connect(lambda *_: changed())

    def _information(self) -> Any:
        from PySide6.QtNetwork import QNetworkInformation

        if self._loaded is None:
            feature = QNetworkInformation.Feature
            self._loaded = any(
                QNetworkInformation.loadBackendByFeatures(wanted)
                for wanted in (
                    feature.Reachability | feature.TransportMedium | feature.Metered,
                    feature.Reachability | feature.TransportMedium,
                    feature.Reachability,
                    feature.TransportMedium,
                )
            )
        return QNetworkInformation.instance() if self._loaded else None
