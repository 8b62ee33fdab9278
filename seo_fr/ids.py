"""Ids of passages: « keypoints-bullet-0a1b2c3d4e5f », and « …+4e5f » where a passage was said otherwise on the page."""

from __future__ import annotations


def base_id(identifier: str) -> str:
    """Return the id of the passage that ``identifier`` is a variant of: its own where it is none."""
    return identifier.partition("+")[0]
