"""One file a command of `gup`: `add_to(commands, common)` declares it. Django is imported only when it runs."""
