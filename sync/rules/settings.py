"""The numbers that decide what a track says, in one place, so that tablet, replay and server agree."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class TrackSettings:
    """Limits of the track rules; metres, seconds, metres a second."""

    # A fix less sure than this tells the wrong pavement, often the wrong street.
    max_accuracy_m: float = 50.0
    # Faster than any walk and than a bicycle (10.6 m/s is the fastest leg of the recorded rides we tested).
    max_speed_mps: float = 12.0
    # Receivers round times: two fixes closer than this are taken as this far apart.
    min_interval_s: float = 1.0
    # So many fixes that agree with one another, away from the line, are a new place and not an error.
    relocation_fixes: int = 5
    # One fix out and back: this far on both sides, quicker than running, within so many seconds a side.
    spike_m: float = 15.0
    spike_speed_mps: float = 4.0
    spike_interval_s: float = 10.0
    # Nothing recorded for longer than this is a gap; a recorder saving power writes once a minute.
    gap_s: float = 120.0
    # A stop: the group stood still for this long within this distance of one point.
    stop_min_s: float = 60.0
    stop_radius_m: float = 20.0
    # It counts from the first to the last fix this near to its middle: what lies outside is coming and going.
    stop_core_m: float = 10.0
    # Over the first minute of a stop its place may wander by no more than this: slower is a slow walk.
    stop_drift_m: float = 12.0
    # Fixes astray for less than this, the group being back after, do not end a stop.
    stop_excursion_s: float = 30.0
    # A recorder that paused itself at a stop hides it; a longer pause at one place is another outing.
    stop_max_pause_s: float = 3600.0


TRACKING = TrackSettings()

# The sun's height that parts day from night: the end of civil twilight, when street lights are needed.
DARK_BELOW_DEGREES = -6.0
