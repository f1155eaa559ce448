"""Paths, methods and limits of protocol v1, written once; client and server both read them here."""

from __future__ import annotations

ENROL = "api/v1/enrol"
HELLO = "api/v1/hello"
SPLIT = "api/v1/split"
PUSH = "api/v1/push"
PREVIEWS = "api/v1/previews"
MEDIA = "api/v1/media"
STREAM = "api/v1/media/stream"
BUNDLES = "api/v1/bundles"
PULL = "api/v1/pull"
OPENAPI = "api/v1/openapi.json"

JSON_TYPE = "application/json"
FRAMES_TYPE = "application/vnd.gup-walker.frames"
TUS_VERSION = "1.0.0"
TUS_TYPE = "application/offset+octet-stream"

MAX_PUSH_RECORDS = 500
MAX_PUSH_BYTES = 1024 * 1024
# Of these, what JSON adds around each record.
PUSH_ITEM_OVERHEAD = 220
MAX_PREVIEW_BYTES = 40 * 1024
MAX_PREVIEWS_BYTES = 1024 * 1024
MAX_STREAM_BYTES = 16 * 1024 * 1024
MAX_STREAM_FRAMES = 1000
MAX_MEDIUM_BYTES = 50 * 1024 * 1024
MAX_BUNDLE_BYTES = 4 * 1024 * 1024 * 1024
MAX_PULL_RECORDS = 500
# Hellos whose answer never came; more would only be said by a tablet that makes one mark do for several.
MAX_MARKS = 64
MAX_AGAIN = 100
MAX_PULL_BYTES = 1024 * 1024
# Names the code of a refusal, as an answer to HEAD has no body.
ERROR_HEADER = "Gup-Error"
