"""Everything both sides must agree on; the standard library only."""
