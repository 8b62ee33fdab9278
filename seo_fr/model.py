"""The types that cross a border between two parts of seo_fr.

Everything here is a frozen, slotted dataclass built of tuples, strings and numbers: it can be compared, hashed, written by hand in
a test, and passed between processes. Nothing here knows spaCy, YAKE, Jinja or LanguageTool.

Offsets are code-point offsets into :attr:`Article.text`, ``end`` exclusive, everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

# --------------------------------------------------------------------------------------------------------------------- text


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of ``Article.text``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"invalid span {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the slice of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Return whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an editor should know, with the rule that says so. ``message`` is French and complete by itself."""

    rule: str
    severity: Severity
    place: str
    message: str
    actual: str = ""
    expected: str = ""


ParagraphKind = Literal["prose", "heading", "item"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the source's body. ``kind`` tells the source's own subheadings and list items from prose.

    ``marker`` is the number of an item of an ordered list («1»), which is not in the text; empty for any other.
    """

    span: Span
    kind: ParagraphKind = "prose"
    level: int = 0  # of a heading: 2 or 3; of anything else: 0
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A source that was read: one NFC text with ``\\n`` line ends, in which everything else is a span.

    ``title`` is not among ``paragraphs``; nor are ``byline`` and ``dateline`` when they stand on a line of their own.
    ``metadata`` holds what front matter or HTML gave (``id``, ``date`` as ISO 8601, ``author``, ``lang``, ``url``…), sorted by key.
    """

    text: str
    title: Span | None
    paragraphs: tuple[Paragraph, ...]
    metadata: tuple[tuple[str, str], ...] = ()
    byline: Span | None = None
    dateline: Span | None = None
    name: str = "-"  # file name or «-», for messages only: never on the way to the bytes
    findings: tuple[Finding, ...] = ()

    def get(self, key: str) -> str | None:
        """Return the metadata value under ``key``, or None."""
        return dict(self.metadata).get(key)


# ----------------------------------------------------------------------------------------------------------------- analysis

Gender = Literal["m", "f", ""]
Number = Literal["s", "p", ""]


@dataclass(frozen=True, slots=True)
class Token:
    """One token of the pipeline, as plain data. ``head`` is the index of its governor in ``Analysis.tokens`` (itself at a root)."""

    span: Span
    lemma: str
    pos: str  # Universal POS tag
    dep: str  # Universal dependency relation
    head: int
    morph: tuple[tuple[str, str], ...] = ()  # Universal features, sorted

    def feature(self, name: str) -> str:
        """Return the value of a morphological feature, or an empty string."""
        for key, value in self.morph:
            if key == name:
                return value
        return ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; ``tokens`` is a half-open range of ``Analysis.tokens``, ``paragraph`` an index (-1: the title).

    ``doubtful`` names why its own French or its parse is not to be built upon («unbalanced-quote», «no-verb»…); empty if sound.
    """

    span: Span
    paragraph: int
    tokens: tuple[int, int]
    doubtful: str = ""


EntityKind = Literal["person", "organisation", "country", "place", "event", "other"]
MentionForm = Literal["full", "short", "acronym", "description", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named. ``span`` covers the name alone, without article, title or function."""

    span: Span
    form: MentionForm
    sentence: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that the article names.

    ``name`` is the span of the fullest form. ``functions`` are the spans of what the source calls it («le porte-parole du
    gouvernement», «maire de Lens»), as noun phrases with the article the source gives. ``article`` is the article that goes with the name: «le», «la», «les»,
    «l’» or «» (none), for countries, regions and organisations. ``evidence`` tells where gender and number come from.
    ``kind`` is «other» and gender «» rather than a guess.
    """

    id: int
    kind: EntityKind
    name: Span
    mentions: tuple[Mention, ...]
    functions: tuple[Span, ...] = ()
    acronym: str = ""
    gender: Gender = ""
    number: Number = "s"
    article: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that the source puts between quotation marks.

    ``span`` includes the marks, ``content`` is one span or, where « a déclaré X » interrupts without closing the marks, several.
    ``whole`` tells a clause or more from a fragment (« traqués »). ``speaker`` is an entity id, ``speaker_span`` what names the speaker at
    that place («le ministre», «il»), both None where the text does not tell for certain.
    """

    id: int
    span: Span
    content: tuple[Span, ...]
    whole: bool
    sentences: tuple[int, ...]
    speaker: int | None = None
    speaker_span: Span | None = None
    balanced: bool = True


Commitment = Literal["asserted", "attributed", "alleged", "conditional", "denied", "negated", "future"]
StatementClass = Literal[
    "say", "accuse", "deny", "admit", "announce", "ask", "promise", "decide", "warn", "deplore", "welcome", "believe", "propose", "refuse"
]


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says, accuses, denies… what.

    ``cue`` is the span of the verb, noun or «selon» that makes it a statement; ``content`` the span of what is said, without «que»; ``remove`` counts the
    speakers between the newspaper and the claim (1: reported by one), ``parent`` is the statement it stands in. A statement without
    a speaker (hearsay conditional, «des affirmations selon lesquelles») has ``speaker_span`` None.
    """

    id: int
    sentence: int
    cls: StatementClass
    commitment: Commitment
    cue: Span
    cue_lemma: str
    content: Span
    speaker: int | None = None
    speaker_span: Span | None = None
    quote: int | None = None
    target: Span | None = None
    time: Span | None = None
    remove: int = 1
    parent: int | None = None


Tense = Literal["present", "perfect", "imperfect", "pluperfect", "simple-past", "future", "conditional", "past-conditional", "near-future", "other"]
ReferentKind = Literal["name", "noun", "pronoun", "none"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A local change of copied text: what stood at ``span`` reads ``after``. The kinds are a closed list.

    «split» (``--body readable`` alone) puts a full stop where a conjunction, a relative pronoun or a comma stood, with the pronoun that goes on.
    """

    kind: Literal["typography", "break", "drop", "tense", "reference", "case", "period", "split"]
    rule: str
    span: Span
    after: str


@dataclass(frozen=True, slots=True)
class Compression:
    """A well-formed shorter form of a clause: its ``edits`` (drops, left to right, not overlapping) and the text they give."""

    edits: tuple[Edit, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Clause:
    """An independent clause: the unit of what can be told, and so of what counts as one fact.

    ``span`` runs from its first to its last word, without the final mark. ``lead`` is what stands before the subject (connective, time, place adjuncts, with commas).
    ``subject`` is the whole noun phrase; ``verb`` the verbal group with clitics, negation, auxiliaries and adverbs between them;
    ``complement`` all that follows it. Where ``regular`` is False the clause is not simply lead-subject-verb-complement, and is only good to be copied whole.
    ``kind`` is what happened («verdict», «vote», «toll»… from the event lexicon), «» if nothing known. ``standalone`` is True when every pronoun, possessive,
    demonstrative and connective in it can be understood without the text before; ``obstacles`` lists those that cannot («pronoun:Il», «demonstrative:Cette localité», «connective:Mais»).
    """

    id: int
    sentence: int
    span: Span
    lead: Span | None
    subject: Span | None
    verb: Span
    complement: Span | None
    lemma: str
    tense: Tense
    passive: bool
    negated: bool
    person: int
    number: Number
    gender: Gender
    subject_kind: ReferentKind
    subject_entity: int | None
    commitment: Commitment
    statements: tuple[int, ...]
    regular: bool
    standalone: bool
    obstacles: tuple[str, ...] = ()
    kind: str = ""
    shorter: tuple[Compression, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts. ``span`` covers approximation, number, unit; ``counted`` the noun phrase, None if not certain."""

    span: Span
    number: Span
    value: str  # decimal in ASCII digits, «» where it is not one number («une dizaine» is «10»)
    unit: str  # «%», «euro», «km», «personne»… a lemma; «» if none
    sentence: int
    counted: Span | None = None
    approximation: Span | None = None
    statement: int | None = None  # who gave it


@dataclass(frozen=True, slots=True)
class Time:
    """A date, time or period, tied to the clause it dates.

    ``value`` is ISO 8601 at the precision the text gives («2022-02», «2022», «2024-05-17»), «» for a relative time that the metadata cannot
    resolve. ``order`` sorts times that can be ordered; None where the text does not allow it.
    """

    span: Span
    kind: Literal["absolute", "relative", "duration", "hour"]
    value: str
    sentence: int
    clause: int | None = None
    order: int | None = None


@dataclass(frozen=True, slots=True)
class Keyphrase:
    """A keyphrase: ``text`` as a person would type it, ``score`` higher is better (rounded to 6 places), where it or a variant stands."""

    text: str
    score: float
    spans: tuple[Span, ...]


AnaphorKind = Literal["subject", "inverted", "possessive", "demonstrative", "latter", "title"]


@dataclass(frozen=True, slots=True)
class Reference:
    """An expression that leans on what stands before it, and what it certainly means.

    ``span`` covers the expression: «il», «-t-il», «son avocat», «cette mesure», «ce dernier», «le maire». ``antecedent`` is where what it means was said last, ``text`` how it reads in
    the middle of a sentence («Paul Martin», «la Russie», «le projet de tramway»), ``entity`` its id if it is a name; for a possessive ``text`` is its possessor,
    for a title («le maire», «le groupe») the name that may follow it. ``bound`` is the span of an
    earlier reference to the same in the same sentence: once that is named, this one needs nothing. ``bare``: the text is a noun without complement («le texte»), which only a
    page that told of it before can use. ``gender`` and ``number`` are those of what is meant. ``sieve`` names the rule that found it.
    """

    span: Span
    kind: AnaphorKind
    sentence: int
    antecedent: Span
    text: str
    entity: int | None
    gender: Gender
    number: Number
    sieve: str
    bound: Span | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A topical section: paragraphs ``start`` to ``end`` (exclusive), indexes into ``Analysis.paragraphs``."""

    start: int
    end: int
    keyphrases: tuple[Keyphrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A certain fault of the source's French: ``span`` holds all the words that make it, so that what is lifted without one of them may be sound. ``message`` is for the editor."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was understood of an article. Indexes and ids refer to the tuples here.

    ``paragraphs`` are the article's own (in Article.paragraphs order) unless the source is one block: then the groups of sentences found in it.
    """

    article: Article
    paragraphs: tuple[Paragraph, ...]
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    clauses: tuple[Clause, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Time, ...] = ()
    sections: tuple[Section, ...] = ()
    keyphrases: tuple[Keyphrase, ...] = ()
    findings: tuple[Finding, ...] = ()
    references: tuple[Reference, ...] = ()
    faults: tuple[Fault, ...] = ()


# --------------------------------------------------------------------------------------------------------------------- page


@dataclass(frozen=True, slots=True)
class Grammar:
    """What agreement needs to know of a slot."""

    gender: Gender = ""
    number: Number = ""
    person: int = 3
    head: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """What fills one name of a template.

    ``text`` is the concatenation of the slices ``source`` (joined by one space) after ``edits``; or, where ``source`` is empty, the value of the metadata key or glossary
    entry that ``reference`` names («metadata:date», «glossary:onu»).
    """

    name: str
    text: str
    source: tuple[Span, ...] = ()
    grammar: Grammar = Grammar()
    edits: tuple[Edit, ...] = ()
    rule: str = ""
    reference: str = ""
    statement: int | None = None
    entity: int | None = None


@dataclass(frozen=True, slots=True)
class Copied:
    """Origin of a passage that is a slice of the source after ``edits``."""

    span: Span
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Templated:
    """Origin of a passage that a template made of slots. ``joined`` names the rule that allows slots from more than one statement, if any."""

    template: str
    slots: tuple[Slot, ...]
    rule: str = ""
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """Origin of a passage that an editor wrote: by whom, when (as she gave it, «» if not), which text it replaces (made by ``template``, «» if by none)."""

    by: str
    date: str
    replaces: str
    template: str = ""


Origin = Copied | Templated

Role = Literal[
    "title_tag", "h1", "description", "slug", "h2", "h3", "lead", "sentence", "bullet", "question", "answer", "paragraph", "heading", "item"
]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the page that has one origin. ``id`` is stable: made of block, role and origin, not of position."""

    id: str
    role: Role
    text: str
    origin: Origin | Edited
    facts: tuple[int, ...] = ()  # ids of the clauses it tells


BlockKind = Literal["introduction", "keypoints", "section", "who", "figures", "timeline", "places", "brief", "qa", "glossary", "conclusion"]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the page: for sections, heading, lead and copied paragraphs; ``section`` is the section it belongs beside, None for the whole article."""

    kind: BlockKind
    passages: tuple[Passage, ...]
    heading: Passage | None = None
    section: int | None = None
    glossary: bool = False


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """Background sentences that a newsroom approved: ``text`` may stand on a page whose article names ``term`` or one of ``variants``.

    ``source`` is named on the page; ``approver`` answers for the text. ``valid_from`` and ``valid_until`` are ISO 8601 days, both included, «» for no limit.
    ``exceptions``: longer phrases within which the term does not count (« parquet flottant »); ``country``: where alone the text is true, «» for anywhere;
    ``level``: 0 for the newsroom's own, else how much the standard entry helps: 1 a term that many readers cannot define, 2 a reminder, 3 what almost everybody knows.
    ``fits``: domains of news or words of which the article has one («» where the text suits any news), ``unless``: those of which it has none,
    ``near``: those of which the sentence of the term has one, where the term is named once and not in a heading (an offence, where somebody is charged with it).
    ``label``: what a heading calls the notion, «» for the term that the article has.
    ``path`` and ``line`` say where it was read, for messages only.
    """

    id: str
    term: str
    variants: tuple[str, ...]
    text: str
    source: str
    approver: str
    valid_from: str = ""
    valid_until: str = ""
    path: str = ""
    line: int = 0
    exceptions: tuple[str, ...] = ()
    country: str = ""
    level: int = 0
    fits: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The finished page."""

    title_tag: Passage
    h1: Passage
    description: Passage
    slug: Passage
    keyphrase: Keyphrase
    secondary_keyphrases: tuple[Keyphrase, ...]
    blocks: tuple[Block, ...]
    word_count: int
    article: Article
    findings: tuple[Finding, ...] = ()
    fingerprint: tuple[tuple[str, str], ...] = ()
    grammar_checked: bool = True
    structured_data: str = field(default="")
