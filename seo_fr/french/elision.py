"""Elision and contraction: « de » + « l’Iran », « le Mali », « les États-Unis », « Hambourg », « onze »…

Sources: Le Bon Usage (Grevisse & Goosse, 16e éd.), § 48-50 for disjunction (h aspiré, onze, oui, yaourt, ouistiti); § 598-600 for articles of towns.
"""

from __future__ import annotations

import re

from seo_fr.french.toponyms import FIXED_ARTICLE_TITLES, SURNAMES_WITH_ARTICLE, TOWNS_WITH_ARTICLE
from seo_fr.french.words import first_word, fold, listed

# Prefixes of words whose h is aspirated; the longest prefix of either list decides. «$» ends a prefix that is a whole word (plural and feminine marks aside).
_ASPIRATED = listed("""
hâb hach haddock hadj hagard haie haillon hain haïr haïss hais hait$ haï$ haïe$ haïs haïk haïku hal$ halag halal hâl hale$ haleter halet hall$ halls$ halle halo$ halos$ halog$ halt
hamac hamada hamburger hameau hammam hampe hamster hanap hanch hand$ handball handicap handisport hangar hanneton hans$ hanse hanséat hant happ hara-kiri harangu haras harass
harcèl harcel hard hardi hardware harem hareng harfang hargn haricot hark harnach harnais haro$ harp hart$ hasard hasch hase$ hass hât haub
hauss haut havage havan hâve$ hâves$ haver$ havr havresac hayon heaum hein$ hélas$ hêl héler$ hèle hélai hélé$ henn hep$ héraut hère$ hères$ hériss herniai herni héron héros$ hers$ herse
hertz hêtr heu heurt hiatal$ hibou hic$ hickory hideu hideux hideuse hie$ hiérarch hiérogl hi-fi hi-han hile$ hiss hip-hop hip$ hipp$ hippie hippies hippy hit$ hits$ hit-parade hittite ho$ hobby hobbies hobereau hoch hockey holding
hold-up hollyw holland home$ home-trainer homard homeland hondur hong hongr honn honni honning hont hop$ hoquet horde horion hormis horn hors hot$ hot-dog hotdog hotte hottentot hou$ houblon houe$ houes$ houill houl houp
hourd houri hourra hourv houss houspill houx hoyau hub$ hubs$ hublot huch hué huer huée huent huguenot huit hulott hulul hum$ hune hunier hunnique huns$ hupp hur$ hure hurl huron hurricane hussard hussit hutt hutu
hooligan houthi houthis hidjab hijab hezbollah hamas hacker hackath hacking hack haka$ hakas$ halfling hashtag haschisch handspinner hedge heavy hardcore haler$ halèt halva han$ haqueb haquet haret haridel harle harnois hast haven haveur havir henry herch hersch hocco homespun hottée houdan hourque houseau huard humage hume$ humer$ humé$ humai hutinet hutin harira harissa hazara henné hâtiv hégou hindi$ hobbit home-cinéma
humvee hummus houmous halloween hand-ball hand haut- hauts- haute- ha$ haha hanoukka hanif hanovr hessois havrais haguenovien hochement hayek habanera haquen haubert hallebard hallier halbran halecret hamm hampshire
""")
_MUTE = listed("""
hameçon haleine halein hallucin haltère haltéro haltéroph hallali halieut halitueu halogèn halogén harmon harpag hapax hebdo hébreu hébra hécat hect hédon hégémon hégir hélic héli hélio héliport hellén hémat hémi hémo hémorr hennuyer hépat hept hérald herb hercul hérédit hérés hérét hérit hermaphr hermét hermin héroï herpès hésit hétaïr hétér heur heure heureu heurist hexa hibern hibisc hier$ hilar
hindou hippique hippisme hippo hippod hippopot hirond hirsut hispan hist histo hiv hiver homél homéo homici homin hommag homme homo homog homos homosex hommasse homonym honnêt honneur honor honorair honorif hôpital horair horizon horlog
hormon horod horosc horreur horrib horrif horripil hortens hortic hosp hostie hostil hôte hôtel hôtes hôtesse huil huis huissier huître humain humble humect humér huméra humeur humid humili humor humour humus hurluber hyacin hybrid hydr hyèn
hygi hym hyper hypn hypo hyst habil habill habit habitu hagiogr haïti hallu hélitr hélicopt hexag hégél huma huitr hellénist hercule hermès hérit
""")

# Capitalised names in which the h is mute (usage); every other unknown capitalised name in H keeps its article whole.
_MUTE_NAMES = {
    fold(w)
    for w in listed("""Hélène Hélèna Helena Héloïse Henri Henriette Hervé Hector Hermione Hippolyte Honoré Honorine Horace Hortense Hubert Hugo Hugues Huguette Hyacinthe Hérode Homère Hippocrate
Hadrien Hannibal Hamlet Hercule Hermès Hérodote Hésiode Horus Haïti Haïtien Haïtiens Haïtienne Haïtiennes Helsinki Hiroshima Hébron Hellade Hérault Hyères Hendaye Hénin-Beaumont Hazebrouck Hayange Hirson Honfleur Himalaya Hindou
Hindous Hébreu Hébreux Hispanique Hispaniques Helvète Helvètes Helvétie Hérouville-Saint-Clair Hennebont Hispanie Hispaniola Humanité Hellène Hellènes Hôtel Hôpital Hôtel-Dieu Histoire Homme Hommes Humanisme Hexagone Hémicycle Horloge Harmonie
Hydro Hydro-Québec Hygiène Habitat Herzégovine Hellènes Hélios Hilaire""")
}
_ASPIRATED_NAMES = {
    fold(w)
    for w in listed("""Haye Havre Havane Hague Halles Haut Haute Hauts Hautes Haut-Rhin Haute-Savoie Haute-Garonne Haute-Vienne Haute-Loire Haute-Marne Haute-Saône Haute-Corse Hautes-Alpes Hautes-Pyrénées Hauts-de-France
Hauts-de-Seine Hongrie Hongrois Hollande Hollandais Honduras Hambourg Hanovre Hanoï Harlem Hesse Hainaut Hamas Hezbollah Houthi Houthis Hutu Hutus Hun Huns Harvard Hong Hong-Kong Houston Hollywood Halifax """)
}
# Vowel-initial words that refuse elision, and words in y or w.
_DISJOINED = {"onze", "onzieme", "onziemes", "oui", "ouistiti", "ouistitis", "uhlan", "uhlans", "ululement", "ululements", "ululer", "ouf", "ouah", "ouais", "ouolof", "", "ouagadougou"}
_Y_ELIDED = {"yeux", "yeuse", "yonne", "yerres", "yeu", "yeble", "ys"}
_VOWELS = frozenset("aeiou")
_ACRONYM = re.compile(r"^[A-ZÀ-Ý](?:\.?[A-ZÀ-Ý0-9]\.?)+s?$")


def _longest(word: str, prefixes: tuple[tuple[str, bool], ...]) -> int:
    best = 0
    for prefix, whole in prefixes:
        if len(prefix) > best and (word in (prefix, prefix + "s", prefix + "e", prefix + "es") if whole else word.startswith(prefix)):
            best = len(prefix)
    return best


def _prefixes(words: list[str]) -> tuple[tuple[str, bool], ...]:
    return tuple((w.rstrip("$"), w.endswith("$")) for w in words)


_ASPIRATED_PREFIXES = _prefixes(_ASPIRATED)
_MUTE_PREFIXES = _prefixes(_MUTE)


def elides(word: str) -> bool:
    """Return whether « le, de, que… » lose their vowel before ``word`` (« l’homme », « l’ONU », but « le héros », « le onze », « le SNU », « le FBI », « de 11 »).

    Opening quotes are looked through. An unknown capitalised name in H counts as disjoined, which usage always allows.
    """
    raw = first_word(word)
    if not raw or not raw[0].isalpha():
        return False
    if len(raw) > 1 and raw[-1] in "’'ʼ":
        return False  # already an elided word: nothing elides before « l’ »
    head = re.split(r"['’ʼ]", raw)[0]
    low = head.lower()
    folded = fold(head)
    first = folded[0]
    if first in _VOWELS:
        if folded in _DISJOINED or folded.split("-")[0] in ("oui", "onze"):
            return False
        return not (head == "Une" or (len(head) == 1 and head.lower() not in ("a", "à", "y", "e", "o")))
    if first == "y":
        if folded.split("-")[0] in _Y_ELIDED:
            return True
        if _ACRONYM.match(head):
            return False
        return low == "y" or (len(folded) > 1 and folded[1] not in _VOWELS and folded[1] != "y")
    if first != "h":
        return False
    if _ACRONYM.match(head) and len(head) <= 5:
        return False
    if head[0].isupper():
        if folded in _ASPIRATED_NAMES:
            return False
        if folded in _MUTE_NAMES or (folded.split("-")[0] in _MUTE_NAMES and folded.split("-")[0] not in ("hotel",)):
            return True
        aspirated, mute = _longest(low, _ASPIRATED_PREFIXES), _longest(low, _MUTE_PREFIXES)
        # A capitalised common noun (« Histoire », « Homme ») is told from a name by being a known prefix of at least five letters.
        return mute >= 5 and mute > aspirated
    aspirated, mute = _longest(low, _ASPIRATED_PREFIXES), _longest(low, _MUTE_PREFIXES)
    return mute >= aspirated


_ELIDABLE = {
    "de": "d’", "le": "l’", "la": "l’", "que": "qu’", "je": "j’", "ne": "n’", "se": "s’", "me": "m’", "te": "t’", "jusque": "jusqu’", "lorsque": "lorsqu’",
    "puisque": "puisqu’", "quoique": "quoiqu’",
}  # fmt: skip


def _elided(left: str) -> str | None:
    """Return ``left`` with its last word elided, or None where that word never elides."""
    found = re.search(r"(?:^|[\s-])(\w+)$", left)
    word = found.group(1) if found else left
    low = word.lower()
    if low in _ELIDABLE:
        form = _ELIDABLE[low]
    else:
        return None
    if word[0].isupper():
        form = form[0].upper() + form[1:]
    return left[: len(left) - len(word)] + form


def join(left: str, right: str) -> str:
    """Return ``left`` and ``right`` with one space, or elided where French elides: « de » + « Iran » → « d’Iran », « parce que » + « ils » → « parce qu’ils ».

    « si » elides before « il(s) » alone; « presque » and « quelque » never (« presqu’île » and « quelqu’un » are words). No contraction: see :func:`contract`.
    """
    if not left or not right:
        return left or right
    if left[-1] in "’'ʼ":
        return left + right
    low = left.lower()
    if low == "si" or low.endswith(" si"):
        return left[:-1] + "’" + right if fold(first_word(right)) in ("il", "ils") else f"{left} {right}"
    elided = _elided(left)
    if elided is not None and elides(right):
        return elided + right
    return f"{left} {right}"


_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}


def contract(prep: str, noun_phrase: str, kind: str = "") -> str | None:
    """Return « de » or « à » with a noun phrase: « du Mali », « des États-Unis », « de l’Iran », « d’Iran », « au Havre », « de Le Pen », « de La Rochelle ».

    Any other preposition is put before the phrase unchanged. A lower-case « le/les » contracts, unless an infinitive follows (« de les voir »: a pronoun).
    A capital « Le/Les » contracts in towns and titles of newspapers and parties (``kind`` «place» or «title», or known), never in a surname
    (``kind`` «person»); None where nothing tells which. A phrase that begins its sentence must be decapitalised before (phrase.de does it).
    """
    if not noun_phrase:
        return None
    low = prep.lower()
    if low not in ("de", "à"):
        return f"{prep} {noun_phrase}"
    capital = prep[0].isupper()
    article, _, rest = noun_phrase.partition(" ")
    result: str | None
    if rest and article in ("le", "les"):
        result = f"{low} {noun_phrase}" if _pronoun(rest) else f"{_CONTRACTED[low, article]} {rest}"
    elif rest and article in ("Le", "Les"):
        contracts = _capital_contracts(article, rest, kind)
        if contracts is None:
            return None
        result = f"{_CONTRACTED[low, article.lower()]} {rest}" if contracts else f"{low} {noun_phrase}"
    else:
        result = join("de", noun_phrase) if low == "de" else f"à {noun_phrase}"
    return result[0].upper() + result[1:] if capital else result


_INFINITIVE_NOUNS = frozenset(
    listed("""devoir dîner diner pouvoir rire sourire souper déjeuner savoir être avenir plaisir loisir souvenir désir repentir avoir parler lever coucher toucher goûter baiser rouler marcher manger boire vivre vivres dire revenir
    toucher franc-parler savoir-faire savoir-vivre pis-aller laisser-aller aller penser lancer dépasser faire-part soupir tir saphir livre titre cadre centre maire notaire""")
)


def _pronoun(rest: str) -> bool:
    """Return whether « le/les » before ``rest`` is an object pronoun: an infinitive that is no noun follows, or another clitic."""
    word = first_word(rest).lower()
    if word in ("lui", "leur", "y", "en"):
        return True
    if not re.search(r"(?:er|ir|re|oir)$", word):
        return False
    from seo_fr.french.lexicon import is_infinitive

    return word not in _INFINITIVE_NOUNS and is_infinitive(word)


def _capital_contracts(article: str, rest: str, kind: str) -> bool | None:
    if kind in ("person", "place", "title"):
        return kind != "person"
    name = fold(f"{article} {rest}")
    if f"{name} ".startswith(tuple(f"{surname} " for surname in SURNAMES_WITH_ARTICLE)):
        return False
    for known in (TOWNS_WITH_ARTICLE, FIXED_ARTICLE_TITLES):
        if any(name == k or name.startswith((k + " ", k + "-")) for k in known):
            return True
    return None
