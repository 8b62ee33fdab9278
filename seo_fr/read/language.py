"""Is this French? Counted on function words: deterministic, without a model, and readable by an editor who doubts the answer."""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]*)?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Function words only, so that names and subject matter weigh nothing. A word may stand in several lists.
_LANGUAGES: tuple[tuple[str, str, frozenset[str]], ...] = (
    (
        "fr",
        "français",
        _words(
            "le la les l un une des du de d au aux à et ou où mais donc car ni que qu qui quoi dont ce c cet cette ces cela ça se s sa son ses leur leurs mon ma mes ton ta tes notre nos votre vos "
            "je j tu il elle on nous vous ils elles lui eux me m te t en y ne n pas plus moins très trop aussi alors ainsi puis après avant pendant depuis jusque jusqu lorsque lorsqu quand comme comment pourquoi si "
            "dans sur sous par pour avec sans chez entre vers selon contre parmi malgré dès hors lors est sont a ont était étaient avait avaient sera seront aura auront serait seraient aurait auraient été être avoir "
            "fait font peut peuvent doit doivent va vont même mêmes tout tous toute toutes autre autres quelque quelques chaque plusieurs aucun aucune personne rien encore déjà toujours jamais ici là deux trois "
            "hier aujourd hui demain oui non celui celle ceux celles lequel laquelle lesquels puisque tandis parce afin alors suis es sommes êtes ai as avons avez"
        ),
    ),
    (
        "en",
        "anglais",
        _words(
            "the of and to in a an is are was were be been has have had will would could should can may not that this these those it its he she they we you i his her their our my your with for from by at on as "
            "but or if when which who what there than then into after before about over more said says also all some other no do does did up out so him them us me where how why because while during between under against "
            "through only just such new s t"
        ),
    ),
    (
        "es",
        "espagnol",
        _words(
            "el la los las un una unos unas de del al a y e o u que en es son fue fueron era eran ha han había habían ser estar está están con por para sin sobre entre hasta desde según contra se su sus lo le les nos me te "
            "mi tu yo él ella ellos ellas no sí más menos muy pero como cuando donde quien cual este esta estos estas ese esa eso esto también ya porque si dos tres tras ante durante todo todos toda todas otro otra hay"
        ),
    ),
    (
        "it",
        "italien",
        _words(
            "il lo la i gli le l un uno una di del dello della dei degli delle d a al allo alla ai agli alle da dal dalla dai dalle in nel nello nella nei nelle su sul sulla sui con per tra fra e ed o che chi cui non è sono "
            "era erano ha hanno aveva stato stata stati essere si ci ne suo sua suoi loro questo questa questi quello quella anche più ma se come quando dove perché dopo prima secondo contro ogni tutti tutto ancora già due tre "
            "ieri oggi c s dall nell sull all dell"
        ),
    ),
    (
        "pt",
        "portugais",
        _words(
            "o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às por pelo pela pelos pelas para com sem sob sobre entre até desde segundo contra e ou que se não é são foi foram era eram ser estar está estão "
            "tem têm tinha há seu sua seus suas ele ela eles elas eu nós isto isso este esta esse essa mais menos muito mas como quando onde quem qual também já porque depois antes durante todo todos toda todas outro outra dois três"
        ),
    ),
    (
        "de",
        "allemand",
        _words(
            "der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird werden wurde wurden hat haben hatte hatten sein nicht auch auf in im an am von vom zu zum zur mit für bei nach aus über "
            "unter gegen durch um als wie wenn dass daß weil sich er sie es wir ihr ich sein seine ihre dieser diese dieses noch nur schon mehr so kein keine vor zwischen sagte"
        ),
    ),
    (
        "nl",
        "néerlandais",
        _words(
            "de het een en of maar is zijn was waren wordt worden werd werden heeft hebben had niet ook op in aan van te met voor bij naar uit over onder tegen door om als dat die dit deze er hij zij ze wij we ik zich nog maar meer "
            "geen tussen volgens na hun haar"
        ),
    ),
    (
        "ca",
        "catalan",
        _words(
            "el la els les l un una uns unes de del dels d al als a i o que qui en amb per pel pels sense sobre entre fins des segons contra és són era eren ha han havia haver ser estar està va van no sí més menys molt però com quan on "
            "aquest aquesta aquests aquestes això es s se el seu la seva els seus també ja perquè si dos tres durant tot tots tota altres hi ho"
        ),
    ),
    (
        "oc",
        "occitan",
        _words(
            "lo la los las l un una de del dels d al als a e o que qui en amb per pel pels sens sus entre fins segon contra es son èra èran a an aviá avián èsser estat pas mai mens fòrça mas coma quand ont aqueste aquesta aquestes aquò "
            "se s son sa sos sas lor tanben ja perque dos tres dins dempuèi tot totes tota autres i o foguèt aquel aquela cada"
        ),
    ),
    (
        "ro",
        "roumain",
        _words(
            "și în la de pe cu din pentru că nu un o este sunt era au a fost fi va vor se să care ce cel cea cei lui ei lor mai sau dar ca prin după despre între până fără al ale această acest acesta sale său"
        ),
    ),
)

# Endings that tell neighbours apart where function words are few; each counts half a word of those that are no function word.
_ENDINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "fr",
        re.compile(r"(?:é|ée|és|ées|eux|euse|euses|ait|aient|eau|eaux|aux|ère|ères|ique|iques|oire|ements?|ois|oise|ais|aise|ution|oir|ègue|elle|elles)$"),
    ),
    ("en", re.compile(r"(?:ing|ed|ly|ness|ity|ies|ful|ould|ght)$")),
    ("es", re.compile(r"(?:ción|ciones|dad|dades|ado|ados|ada|adas|ido|idos|mente|ó|ará|nes|ía|ías)$")),
    ("it", re.compile(r"(?:zione|zioni|ato|ata|ati|ito|uto|mente|ità|are|ere|ire|ggio|gli|cchi|ò|nno)$")),
    ("pt", re.compile(r"(?:ção|ções|dade|dades|ado|ados|ada|adas|ido|mente|ou|eira|eiro|ão|ões|nh[oa]s?|lh[oa]s?)$")),
    ("de", re.compile(r"(?:ung|ungen|lich|liche|lichen|keit|heit|schen|ischen|ten|cht|tz)$")),
    ("nl", re.compile(r"(?:ing|ingen|lijk|lijke|heid|aar|ijk|ijn|oor|cht|en)$")),
    ("ca", re.compile(r"(?:ció|cions|tat|tats|ada|ades|ats|at|ny|nys|ix|erà|arà|ava|aven|ú|ès)$")),
    ("oc", re.compile(r"(?:cion|cions|tat|tats|ada|adas|ats|at|nha|nhas|lha|lhas|rà|ava|avan|iá|ián|èt|èron|ar|ança|or|ors)$")),
    ("ro", re.compile(r"(?:ție|ții|ului|ilor|ul|ească|ește|ă|ți)$")),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which language a text is in: French label, share of the words that are its function words, and the same share for French."""

    language: str
    label: str
    share: float
    french: float
    words: int

    @property
    def is_french(self) -> bool:
        """Return whether the text is to be taken for French."""
        return self.language == "fr"


def detect(text: str) -> Verdict:
    """Return the language of ``text``; where it is not French as a whole, that of what stands outside its quotation marks, if that is French.

    A French article may quote more English than it says itself.
    """
    verdict = _detect(text)
    if not verdict.is_french:
        outside = _detect(_QUOTED.sub(" ", text))
        if outside.is_french and outside.words >= 5:
            return outside
    return verdict


def _detect(text: str) -> Verdict:
    """Return the language of ``text``, judged on the share of its words that are function words of each of ten languages.

    A function word shared by n of the languages counts 1/n for telling them apart, a telling ending 1/2. «?» where no language reaches one word in eight.
    """
    words = [part for word in _WORD.findall(text.lower().replace("’", "'")) for part in word.split("'") if part]
    total = len(words)
    if not total:
        return Verdict("?", "langue inconnue", 0.0, 0.0, 0)
    weight: dict[str, float] = {}
    for _, _, lexicon in _LANGUAGES:
        for word in sorted(lexicon):
            weight[word] = weight.get(word, 0) + 1
    shares: list[tuple[float, float, int, str, str]] = []
    for rank, (code, label, lexicon) in enumerate(_LANGUAGES):
        hits = [word for word in words if word in lexicon]
        score = sum(1 / weight[word] for word in hits)
        score += sum(0.5 for word in words if word not in weight and len(word) > 3 and _ENDINGS[rank][1].search(word) is not None)
        shares.append((round(score / total, 6), round(len(hits) / total, 6), -rank, code, label))
    french = shares[0][1]
    _, share, _, code, label = max(shares)
    if share < 0.125:
        return Verdict("?", "langue inconnue", share, french, total)
    return Verdict(code, label, share, french, total)
