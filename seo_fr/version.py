"""The version, in one place: metadata and pages read it here, so that a checkout and a wheel give the same bytes."""

__version__ = "0.1.0"
