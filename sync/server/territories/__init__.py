"""Perimeters, and which one a point lies in."""
