"""French surface forms as pure functions: what cannot be made for certain comes back as None, never as a guess."""
