"""The field app: a tablet that records a walk offline and sends it to a GUP server."""

from sync import sqlite_driver

sqlite_driver.install()
