"""Whole media in an S3-compatible bucket. A request that fails is an OSError: tablets are told to try again later.

A medium goes up in one request that carries its MD5, so the bucket has all of it, unchanged, or nothing.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

_SECONDS = 20
_TRIES = 3
_NOT_THERE = ("404", "NoSuchKey", "NotFound")


class Bucket:
    """`address`: https://HOST/BUCKET or https://HOST/BUCKET/PREFIX; the keys come from the usual AWS_ variables."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        name, _, self._prefix = parts.path.strip("/").partition("/")
        if parts.scheme not in ("http", "https") or not name:
            raise ValueError(f"{address}: wants https://HOST/BUCKET")
        self.address = address
        self._storage = S3Storage(
            bucket_name=name,
            endpoint_url=f"{parts.scheme}://{parts.netloc}",
            client_config=Config(
                s3={"addressing_style": "path"},
                connect_timeout=_SECONDS,
                read_timeout=_SECONDS,
                retries={"max_attempts": _TRIES, "mode": "standard"},
                # Only where S3 asks for it: not every compatible service knows the newer checksums.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        )

    def size_of(self, sha256: str) -> int | None:
        try:
            with self._spoken():
                return int(self._object(sha256).content_length)
        except FileNotFoundError:
            return None

    def put(self, file: Path, sha256: str) -> None:
        with file.open("rb") as content, self._spoken():
            md5 = base64.b64encode(hashlib.file_digest(content, "md5").digest()).decode()
            content.seek(0)
            self._object(sha256).put(Body=content, ContentMD5=md5, ContentType="application/octet-stream")
        file.unlink()

    def settle(self, media: Iterable[str]) -> None:
        """The bucket said so when it was put."""

    def open(self, sha256: str) -> BinaryIO:
        whole = tempfile.TemporaryFile()  # noqa: SIM115 - whoever asked closes it
        try:
            with self._spoken(), closing(self._object(sha256).get()["Body"]) as body:
                shutil.copyfileobj(body, whole)
        except BaseException:
            whole.close()
            raise
        whole.seek(0)
        return whole

    def remove(self, sha256: str) -> None:
        with self._spoken():
            self._object(sha256).delete()

    def close(self) -> None:
        """Let go of its connections."""
        self._storage.bucket.meta.client.close()

    def _object(self, sha256: str) -> Any:
        key = f"{sha256[:2]}/{sha256[2:4]}/{sha256}"
        return self._storage.bucket.Object(f"{self._prefix}/{key}" if self._prefix else key)

    @contextmanager
    def _spoken(self) -> Iterator[None]:
        """Raises FileNotFoundError, OSError."""
        try:
            yield
        except ClientError as fault:
            if str(fault.response.get("Error", {}).get("Code")) in _NOT_THERE:
                raise FileNotFoundError(str(fault)) from fault
            raise OSError(f"the bucket {self.address} refused: {fault}") from fault
        except BotoCoreError as fault:
            raise OSError(f"the bucket {self.address} does not answer: {fault}") from fault
