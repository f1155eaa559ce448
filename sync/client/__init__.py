"""The tablet's half of sync: transport, engine, media, over an outbox that the tablet's store fits."""
