"""`gup demo`: an invented district, invented organisations and people, all labelled as a demonstration."""
