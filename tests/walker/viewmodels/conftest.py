"""View-models run on Qt's own loop, so they share the one application of the QML tests' group."""

from __future__ import annotations

from tests.walker.window import app, daytime, feed, lens, light, make_app, parts, voice

__all__ = ["app", "daytime", "feed", "lens", "light", "make_app", "parts", "voice"]
