"""What all tests share: the signals as a terminal has them, for a background job ignores some, and what it starts would too."""

from __future__ import annotations

import signal

signal.signal(signal.SIGINT, signal.default_int_handler)
for number in (signal.SIGHUP, signal.SIGTERM):
    signal.signal(number, signal.SIG_DFL)
