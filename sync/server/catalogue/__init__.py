"""The words both sides use, by code and version."""
