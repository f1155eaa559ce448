"""The tablet's microphone and loudspeaker through QtMultimedia; loaded when someone first speaks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, QIODevice, QMicrophonePermission, QObject, Qt, QUrl, Slot
from PySide6.QtMultimedia import QAudioFormat, QAudioOutput, QAudioSource, QMediaDevices, QMediaPlayer, QtAudio

from walker.device.microphone import LOST, NO_MICROPHONE, NOT_ALLOWED, OnFault, OnSound

VOICE_RATE = 16_000  # enough to understand every word, a fifth of what music needs
_TYPES = {
    QAudioFormat.SampleFormat.UInt8: (np.uint8, 128.0, 256.0),
    QAudioFormat.SampleFormat.Int16: (np.int16, 0.0, 1.0),
    QAudioFormat.SampleFormat.Int32: (np.int32, 0.0, 1 / 65536),
    QAudioFormat.SampleFormat.Float: (np.float32, 0.0, 32767.0),
}


class QtMicrophone(QObject):
    """Fits Microphone. A device that cannot give what a voice needs gives its own format, which is made plain here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rate = VOICE_RATE
        self._source: QAudioSource | None = None
        self._input: QIODevice | None = None
        self._format = QAudioFormat()
        self._calls: tuple[Callable[[], None], OnSound, OnFault] | None = None
        self._rest = b""

    def start(self, ready: Callable[[], None], heard: OnSound, failed: OnFault) -> None:
        self._calls = (ready, heard, failed)
        application = QCoreApplication.instance()
        permission = QMicrophonePermission()
        if application is None or application.checkPermission(permission) == Qt.PermissionStatus.Granted:
            self._open()
        elif application.checkPermission(permission) == Qt.PermissionStatus.Denied:
            self._fail(NOT_ALLOWED)
        else:
            application.requestPermission(permission, self, self._allowed)

    def stop(self) -> None:
        if self._source is not None:
            self._read()  # the last word, said before the touch
        self._calls = None
        source, self._source, self._input = self._source, None, None
        if source is not None:
            source.stop()
            source.deleteLater()
        self._rest = b""

    def _allowed(self, permission: QMicrophonePermission) -> None:
        if self._calls is None:
            return
        application = QCoreApplication.instance()
        assert application is not None
        if application.checkPermission(permission) == Qt.PermissionStatus.Granted:
            self._open()
        else:
            self._fail(NOT_ALLOWED)

    def _open(self) -> None:
        device = QMediaDevices.defaultAudioInput()
        if device.isNull():
            self._fail(NO_MICROPHONE)
            return
        wanted = QAudioFormat()
        wanted.setSampleRate(VOICE_RATE)
        wanted.setChannelCount(1)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._format = wanted if device.isFormatSupported(wanted) else device.preferredFormat()
        self.rate = self._format.sampleRate() // max(1, self._format.sampleRate() // VOICE_RATE)
        self._source = QAudioSource(device, self._format, self)
        self._source.stateChanged.connect(self._on_state)
        self._input = self._source.start()
        if self._input is None:
            self._fail(NO_MICROPHONE)
            return
        assert self._calls is not None
        self._calls[0]()
        self._input.readyRead.connect(self._read)

    @Slot()
    def _read(self) -> None:
        if self._input is None or self._calls is None:
            return
        sound = self._rest + bytes(self._input.readAll().data())
        factor = max(1, self._format.sampleRate() // VOICE_RATE)
        step = self._format.bytesPerFrame() * factor
        whole = len(sound) // step * step
        self._rest = sound[whole:]
        if whole:
            self._calls[1](plain(sound[:whole], self._format, factor))

    @Slot(QtAudio.State)
    def _on_state(self, state: QtAudio.State) -> None:
        """Unplugged, or taken by another program."""
        source = self._source
        if state == QtAudio.State.StoppedState and source is not None and source.error() != QtAudio.Error.NoError:
            self._fail(LOST)

    def _fail(self, code: str) -> None:
        calls = self._calls
        self.stop()
        if calls is not None:
            calls[2](code)


def plain(sound: bytes, form: QAudioFormat, factor: int) -> bytes:
    """One channel of 16 bits, `factor` samples made one."""
    kind, middle, gain = _TYPES[form.sampleFormat()]
    samples = (np.frombuffer(sound, dtype=kind).astype(np.float32) - middle) * gain
    mono = samples.reshape(-1, form.channelCount() * factor).mean(axis=1)
    return bytes(np.clip(mono, -32768, 32767).astype("<i2").tobytes())


class QtPlayer(QObject):
    """Fits Player."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._output = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._player.playbackStateChanged.connect(self._on_state)
        self._player.errorOccurred.connect(self._on_fault)
        self._ended: Callable[[bool], None] | None = None

    def play(self, path: str, ended: Callable[[bool], None]) -> None:
        self.stop()
        self._ended = ended
        self._player.setSource(QUrl.fromLocalFile(path))
        self._player.play()

    def stop(self) -> None:
        self._over(whole=False)
        self._player.stop()

    @Slot(QMediaPlayer.PlaybackState)
    def _on_state(self, state: QMediaPlayer.PlaybackState) -> None:
        if state == QMediaPlayer.PlaybackState.StoppedState:
            self._over(whole=self._player.error() == QMediaPlayer.Error.NoError)

    @Slot(QMediaPlayer.Error, str)
    def _on_fault(self, _error: QMediaPlayer.Error, _words: str) -> None:
        self._over(whole=False)

    def _over(self, *, whole: bool) -> None:
        ended, self._ended = self._ended, None
        if ended is not None:
            self._player.setSource(QUrl())  # the file may be removed now
            ended(whole)
