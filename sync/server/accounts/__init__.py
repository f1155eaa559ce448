"""People with their roles, tablets with their tokens."""
