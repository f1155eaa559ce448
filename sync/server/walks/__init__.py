"""Walks as the office follows them."""
