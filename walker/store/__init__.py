"""All SQL of the tablet. `open_store` gives the one object that the rest of the tablet knows."""

from walker.store.store import Store, open_store

__all__ = ["Store", "open_store"]
