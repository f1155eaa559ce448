"""The GUP server: Django on SQLite (through our driver) or PostgreSQL."""

from sync import sqlite_driver

sqlite_driver.install()
