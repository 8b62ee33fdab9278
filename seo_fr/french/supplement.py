"""What the open lexicon lacks or gets wrong: our own entries, read before it."""

from __future__ import annotations

# verb → verb of the lexicon that is conjugated alike
VERBS: dict[str, str] = {}
# verb → auxiliary; «» where both are in use and only the context tells
VERB_AUXILIARY: dict[str, str] = {}
# singular noun → gender («x»: both)
NOUNS: dict[str, str] = {}
# adjective → its four forms (m s, f s, m p, f p)
ADJECTIVES: dict[str, tuple[str, str, str, str]] = {}
