"""One file a command of `walker`: what it does, given its parsed options."""
