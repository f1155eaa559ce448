"""How the window looks and which hand holds it: kept per tablet, applied at once; the sun chooses the theme."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.device.system_wishes import LARGEST, read_wishes
from walker.viewmodels.map_packs import ON_THE_WAY_S, MapPacks
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

SUN_EVERY_MS = 60_000
DARKEST = 3


@QmlElement
class Display(QObject):
    """Theme, text size, hand, gloves and language; and where the map of that theme comes from."""

    changed = Signal()
    languageChanged = Signal()
    mapsChanged = Signal()  # other pictures at the same address

    def __init__(self, tablet: Tablet, maps: MapPacks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._maps = maps
        settings = tablet.store.settings
        self._choice = settings.get("theme") or "auto"
        self._text_scale = float(settings.get("text_scale") or 1)
        self._hand = settings.get("hand") or "right"
        self._gloves = settings.get("gloves") == "yes"
        self._dimming = int(settings.get("dimming") or 0)
        self._wishes = read_wishes()
        self._dark = False
        self._shown_theme = ""
        self.changed.connect(self._show_maps)
        self._late_pictures = QTimer(self, interval=int(ON_THE_WAY_S * 1000), singleShot=True)
        self._late_pictures.timeout.connect(self.mapsChanged)
        self._sun = QTimer(self, interval=SUN_EVERY_MS)
        self._sun.timeout.connect(self.look_at_sun)
        self._sun.start()
        self._follow_sun()
        self._show_maps()

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self.tablet.language

    @Property(str, notify=changed)
    def themeChoice(self) -> str:
        """auto (by the sun), jour, nuit or contraste."""
        return self._choice

    @Property(str, notify=changed)
    def theme(self) -> str:
        return self._theme()

    @Property(float, notify=changed)
    def textScale(self) -> float:
        """The size chosen, times what the system asks for."""
        return min(LARGEST, self._text_scale * self._wishes.text_scale)

    @Property(float, notify=changed)
    def textChoice(self) -> float:
        """1, 1.25 or 1.6."""
        return self._text_scale

    @Property(bool, notify=changed)
    def lessMotion(self) -> bool:
        """The system asks for it."""
        return self._wishes.less_motion

    @Property(str, notify=changed)
    def hand(self) -> str:
        return self._hand

    @Property(bool, notify=changed)
    def gloves(self) -> bool:
        return self._gloves

    @Property(int, notify=changed)
    def dimming(self) -> int:
        """How much darker than the night palette the window is at night: 0 to 3."""
        return self._dimming

    @Property(str, constant=True)
    def mapHost(self) -> str:
        """Where the map asks for its pictures."""
        return self._maps.url()

    @Property(bool, notify=mapsChanged)
    def mapsLate(self) -> bool:
        """Pictures of the theme before may still come in: a map that showed them at night would dazzle."""
        return self._late_pictures.isActive()

    @Property(str, notify=changed)
    def mapCredits(self) -> str:
        return self._maps.credits()

    @Slot(float, float, result=bool)
    def covers(self, lat: float, lon: float) -> bool:
        """Whether a map of this tablet shows that place."""
        return self._maps.covers(lat, lon)

    @Slot(str)
    @told
    def chooseLanguage(self, language: str) -> None:
        self.tablet.speak(language)
        self.languageChanged.emit()

    @Slot(str)
    def chooseTheme(self, choice: str) -> None:
        self._choice = choice
        self._keep("theme", choice)

    @Slot(float)
    def chooseTextScale(self, scale: float) -> None:
        self._text_scale = scale
        self._keep("text_scale", str(scale))

    @Slot(str)
    def chooseHand(self, hand: str) -> None:
        self._hand = hand
        self._keep("hand", hand)

    @Slot(bool)
    def chooseGloves(self, gloves: bool) -> None:
        self._gloves = gloves
        self._keep("gloves", "yes" if gloves else None)

    @Slot(int)
    def dim(self, step: int) -> None:
        """Darker (1) or brighter (-1)."""
        self._dimming = max(0, min(DARKEST, self._dimming + step))
        self._keep("dimming", str(self._dimming))

    @Slot()
    def look_at_sun(self) -> None:
        """Day or night where we are, when nobody chose; and what the system asks for now."""
        wishes = read_wishes()
        if wishes != self._wishes:
            self._wishes = wishes
            self.changed.emit()
        self._follow_sun()

    def _follow_sun(self) -> None:
        if self._choice != "auto":
            return
        dark = self.tablet.is_dark()
        if dark != self._dark:
            self._dark = dark
            self.changed.emit()

    @Slot()
    def serveMapsAnew(self) -> None:
        """Packs came or went."""
        self._maps.reload()
        self.changed.emit()
        self._draw_maps_anew()

    def close(self) -> None:
        self._sun.stop()
        self._late_pictures.stop()

    def _keep(self, name: str, value: str | None) -> None:
        self._write(name, value)
        self.look_at_sun()
        self.changed.emit()

    @told
    def _write(self, name: str, value: str | None) -> None:
        self.tablet.store.settings.set(name, value)

    @Slot()
    def _show_maps(self) -> None:
        """Maps follow the theme, also those that are open."""
        if (theme := self._theme()) != self._shown_theme:
            self._shown_theme = theme
            self._maps.show(theme)
            self._draw_maps_anew()

    def _draw_maps_anew(self) -> None:
        """Again a moment later, if a picture of before was on its way; until then none is shown."""
        if self._maps.has_some_on_the_way():
            self._late_pictures.start()
        self.mapsChanged.emit()

    def _theme(self) -> str:
        if self._choice == "auto":
            return "nuit" if self._dark else "contraste" if self._wishes.more_contrast else "jour"
        return self._choice
