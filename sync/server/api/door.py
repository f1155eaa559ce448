"""Answers everything under /api/ before any other middleware: JSON of ours or nothing, never a page of HTML.

Sessions, CSRF and locale have no say here: a tablet's token is its only proof.
"""

from __future__ import annotations

import errno
import gzip
import logging
import math
from collections.abc import Callable
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.response import HttpResponseBase

from sync.protocol import codec, endpoints, messages
from sync.protocol.errors import ErrorCode, Refused
from sync.server import slow_requests
from sync.server.accounts import tokens
from sync.server.accounts.models import Device
from sync.server.api import bundles, enrol, hello, media, openapi, pace, previews, pull, push, stream

_log = logging.getLogger(__name__)
_PREFIX = "/api/"
_WORTH_COMPRESSING = 1024
# A link that died without a word frees its thread after this many idle seconds.
_IDLE_SECONDS = 30
_WAIT_SECONDS = 5

View = Callable[[HttpRequest, Device], Any]
_POSTS: dict[str, View] = {
    f"/{endpoints.HELLO}": hello.answer,
    f"/{endpoints.SPLIT}": enrol.split,
    f"/{endpoints.PUSH}": push.answer,
    f"/{endpoints.PREVIEWS}": previews.answer,
    f"/{endpoints.STREAM}": stream.answer,
    f"/{endpoints.PULL}": pull.answer,
}
_MEDIA = f"/{endpoints.MEDIA}"
_BUNDLES = f"/{endpoints.BUNDLES}/"


class ApiDoor:
    """The first middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(_PREFIX):
            return self._get_response(request)
        try:
            return _answer(request)
        except _NotThere as fault:
            return fault.answer(request)
        except Refused as refusal:
            return _fault(request, refusal.error, str(refusal), wait=refusal.retry_after)
        except UnreadablePostError:
            return _fault(request, ErrorCode.MALFORMED, "the body was cut off")
        except OSError as fault:
            return _storage_fault(request, fault, full=fault.errno in (errno.ENOSPC, errno.EDQUOT))
        except (OperationalError, InterfaceError) as fault:
            return _storage_fault(request, fault, full="full" in str(fault) or "No space" in str(fault))
        except Exception:
            # A bug: the tablet learns that it is not its own and keeps everything.
            _log.exception("%s %s", request.method, request.path_info)
            return _fault(request, ErrorCode.SERVER_FAULT, "the server failed; its log says why")


class _NotThere(Exception):
    """No such address, or no such method there. It is `malformed` like all that the protocol does not know."""

    def __init__(self, message: str, allowed: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self._allowed = allowed

    def answer(self, request: HttpRequest) -> HttpResponse:
        """404, or 405 with the methods that are there."""
        response = _fault(request, ErrorCode.MALFORMED, str(self))
        response.status_code = 405 if self._allowed else 404
        if self._allowed:
            response["Allow"] = ", ".join(self._allowed)
        return response


def _answer(request: HttpRequest) -> HttpResponse:
    path = request.path_info
    if path == f"/{endpoints.ENROL}":
        _only(request, "POST")
        return _json(request, enrol.answer(request))
    if path == f"/{endpoints.OPENAPI}":
        _only(request, "GET")
        return HttpResponse(openapi.written(), endpoints.JSON_TYPE)
    if path not in _POSTS and (path == _MEDIA or path.startswith(f"{_MEDIA}/")):
        name = path.removeprefix(_MEDIA).removeprefix("/")
        if name and not media.is_name(name):
            raise _NotThere("no such medium: its name is the sha256 of its bytes")
        _only(request, *(media.OF_ONE if name else media.WHOLE))
        if request.method == "OPTIONS":
            return media.capabilities()
        return media.answer(request, _device(request), name)
    if path.startswith(_BUNDLES):
        name = path.removeprefix(_BUNDLES)
        if not media.is_name(name):
            raise _NotThere("no such bundle: its name is the sha256 of its bytes")
        _only(request, *bundles.METHODS)
        return bundles.answer(request, _device(request), name)
    view = _POSTS.get(path)
    if view is None:
        raise _NotThere("no such address in protocol v1")
    _only(request, "POST")
    return _json(request, view(request, _device(request)))


def _device(request: HttpRequest) -> Device:
    device = tokens.device_of(request.META.get("HTTP_AUTHORIZATION", ""))
    pace.count(device.id)
    connection = request.META.get("gunicorn.socket")
    if connection is not None:  # a tablet of ours on a bad link: silence ends it, slowness hardly
        connection.settimeout(_IDLE_SECONDS)
        slow_requests.of_tablet(connection, device.id)
    return device


def _only(request: HttpRequest, *methods: str) -> None:
    if request.method not in methods:
        raise _NotThere(f"{request.method}: this address wants {' or '.join(methods)}", methods)


def _json(request: HttpRequest, message: Any, status: int = 200) -> HttpResponse:
    body = codec.canonical(codec.to_json(message))
    compress = len(body) > _WORTH_COMPRESSING and "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    response = HttpResponse(gzip.compress(body, 6, mtime=0) if compress else body, endpoints.JSON_TYPE, status)
    if compress:
        response["Content-Encoding"] = "gzip"
    response["Content-Length"] = str(len(response.content))
    return response


def _fault(request: HttpRequest, error: ErrorCode, message: str, *, wait: float | None = None) -> HttpResponse:
    response = _json(request, messages.Fault(error=error.code, message=message), error.http_status)
    response[endpoints.ERROR_HEADER] = error.code
    if error is ErrorCode.UNKNOWN_DEVICE:
        response["WWW-Authenticate"] = "Bearer"
    if error.retryable and error.http_status in (429, 503):
        response["Retry-After"] = str(_WAIT_SECONDS if wait is None else max(1, math.ceil(wait)))
    return response


def _storage_fault(request: HttpRequest, fault: Exception, *, full: bool) -> HttpResponse:
    _log.error("%s %s", request.method, request.path_info, exc_info=fault)
    if full:
        return _fault(request, ErrorCode.SERVER_FULL, "the server's disk is full: tell the office; nothing is lost")
    return _fault(request, ErrorCode.SERVER_BUSY, "the server could not write just now: try again")
