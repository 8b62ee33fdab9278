"""What the open lexicon lacks or gets wrong: our own entries, read before it.

Every verb of the lexicon was compared once with the Lefff (LGPL-LR) form by form; the differences that are faults are mended here and in lexicon.py.
"""

from __future__ import annotations

from seo_fr.french.words import listed

# verb → verb of the lexicon that is conjugated alike
VERBS: dict[str, str] = {
    **dict.fromkeys(listed("""autoproclamer bloguer booster cartographier catégoriser checker coacher coorganiser crasher décarboner déconfiner décrédibiliser\n            dédiaboliser défiscaliser délocaliser dépénaliser déresponsabiliser diligenter exfiltrer externaliser géolocaliser hacker\n            héliporter hélitreuiller instrumentaliser judiciariser liker mutualiser nominer normer nucléariser pacser positiver prioriser\n            recadrer recapitaliser reconfiner redessiner reforester relocaliser remobiliser retoquer retweeter réactualiser réinstaurer\n            réutiliser rétropédaler sanctuariser scanner sinistrer sponsoriser surpeupler tacler trivialiser tweeter télépiloter ubériser\n            vandaliser vapoter végétaliser zapper zoomer rééchelonner"""), "aimer"),
    **dict.fromkeys(listed("badger télécharger "), "manger"),
    **dict.fromkeys(listed("cofinancer refinancer géoréférencer séquencer renoncer"), "lancer"),
    **dict.fromkeys(listed("désincarcérer paramétrer galérer"), "céder"),
    "bugger": "aimer",
    "cofonder": "fonder",
    "codiriger": "diriger",
    "coécrire": "écrire",
    "coproduire": "produire",
    "dérèglementer": "aimer",
    "déréguler": "aimer",
    "ficeler": "appeler",
    "renégocier": "nier",
    "réguler": "aimer",
    "réouvrir": "ouvrir",
}

# verb → auxiliary; «» where both are in use and only the context tells
VERB_AUXILIARY: dict[str, str] = {
    **dict.fromkeys(listed("monter descendre passer sortir rentrer retourner remonter redescendre ressortir repasser demeurer convenir expirer accourir apparaître paraître "), ""),
    **dict.fromkeys(listed("disparaître échapper changer résulter augmenter baisser"), "avoir"),
    **dict.fromkeys(listed("repartir entrer "), "être"),
}

# Verbs whose tables are wrong beyond what a general correction mends: treated as unknown.
BROKEN_VERBS: frozenset[str] = frozenset(
    listed("frire braire bruire choir déchoir échoir messeoir seoir gésir ouïr saillir raller issir amuïr moufeter rapiécer galéjer bréler liserer dépecer receper flécher recroître repaître foutre contrefoutre rasseoir vermoudre avenir")
)

# verb → {tense: {index: form}}: single forms mended
FORMS: dict[str, dict[str, dict[int, str]]] = {
    "accroître": {"p": {0: "accrois", 1: "accrois"}, "pp": {0: "accru", 1: "accrue", 2: "accrus", 3: "accrues"}},
    "asseoir": {
        "p": {0: "assieds", 1: "assieds", 2: "assied", 3: "asseyons", 4: "asseyez", 5: "asseyent"},
        "f": {0: "assiérai", 1: "assiéras", 2: "assiéra", 3: "assiérons", 4: "assiérez", 5: "assiéront"},
        "c": {0: "assiérais", 1: "assiérais", 2: "assiérait", 3: "assiérions", 4: "assiériez", 5: "assiéraient"},
    },
    "croître": {"pp": {1: "crue", 2: "crus", 3: "crues"}},
    "décroître": {"p": {0: "décrois", 1: "décrois"}, "pp": {0: "décru", 1: "décrue", 2: "décrus", 3: "décrues"}},
    "nuire": {"pp": {0: "nui"}},
    "prévaloir": {"s": {0: "prévale", 1: "prévales", 2: "prévale", 5: "prévalent"}},
}

# Past participles that never agree: their feminine and plural in the lexicon are no words.
INVARIABLE_PARTICIPLES: frozenset[str] = frozenset(listed("nuire plaire complaire déplaire luire suffire rire sourire pouvoir être falloir pleuvoir"))

# singular noun → gender («x»: both)
NOUNS: dict[str, str] = {}

# adjective → its four forms (m s, f s, m p, f p)
ADJECTIVES: dict[str, tuple[str, str, str, str]] = {}
