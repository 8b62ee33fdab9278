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

# singular noun → gender («x»: both, by the person meant); what the press writes and the lexicon lacks
NOUNS: dict[str, str] = {
    **dict.fromkeys(listed("""drone partenariat checkpoint handball sprint musher meeting leadership rallye triathlon duathlon aquathlon semi-marathon marathon derby score buzz clash boycott\n            covoiturage lobby kit clic écotourisme gouvernorat week-end smartphone podcast streaming blog tweet hashtag e-mail courriel blockchain bitcoin confinement déconfinement\n            reconfinement couvre-feu coronavirus variant vaccin cluster pass télétravail mégafeu féminicide écocide écoterrorisme islamisme djihadisme salafisme jihad jihadisme\n            complotisme populisme souverainisme indépendantisme dégagisme sexisme antisémitisme racisme harcèlement cyberharcèlement cyberpiratage rançongiciel hacker malware\n            logiciel algorithme tabloïd talk-show show thriller biopic remake blockbuster best-seller manga e-sport esport skatepark skateboard snowboard surf kitesurf paddle kayak\n            canoë judo karaté taekwondo rugby football basket basket-ball volley volley-ball cyclo-cross VTT BMX omnium keirin contre-la-montre penalty corner hors-jeu carton tacle\n            dribble ace tie-break set smash birdie putt green open masters playoff play-off barrage mercato entraineur vice-champion vice-président vice-ministre vice-premier-\n            ministre sous-préfet sous-secrétaire ex-ministre ex-président ex-mari demi-frère cessez-le-feu bras-de-fer sit-in péage rond-point passe-droit pistolet-mitrailleur lance-\n            roquettes lance-missiles missile hélicoptère sous-marin porte-avions porte-hélicoptères porte-conteneurs tanker méthanier pétrolier gazoduc oléoduc pipeline EPR\n            euroscepticisme écosystème microplastique glyphosate pesticide biocarburant biogaz hydrogène lithium cobalt nickel uranium plutonium nucléaire SUV vélo tramway tram métro\n            RER TGV TER bus autocar ferry ferry-boat aéroport surtourisme squat bidonville licenciement référendum quorum quota moratoire mandat amendement"""), "m"),
    **dict.fromkeys(listed("""œuvre sœur belle-sœur demi-sœur présidentielle législative municipale sénatoriale européenne cantonale départementale régionale mi-temps mi-journée mi-parcours\n            vidéosurveillance visioconférence cyberattaque cyberdéfense cybersécurité cybercriminalité désinformation infox appli application start-up startup fintech plateforme\n            addiction marijuana biodiversité déforestation reforestation transidentité laïcité islamophobie homophobie transphobie xénophobie gentrification précarité décarbonation\n            éco-responsabilité écoresponsabilité task-force fan-zone microcéphalie téléconsultation quatorzaine cheffe auteure autrice députée vice-présidente rectrice préfète sous-\n            préfète procureure consule policière entraineuse sélectionneuse footballeuse handballeuse basketteuse pride ZAD mégabassine bassine submersion défiscalisation\n            relocalisation délocalisation ubérisation digitalisation numérisation dématérialisation gouvernance demi-finale pole-position sociale-démocratie extrême-droite extrême-\n            gauche ultradroite ultragauche ONG"""), "f"),
    **dict.fromkeys(listed("""djihadiste jihadiste islamiste salafiste triathlète duathlète internaute complotiste populiste souverainiste indépendantiste loyaliste négationniste suprémaciste\n            climatosceptique eurosceptique lobbyiste djihadologue politologue épidémiologiste infectiologue virologue climatologue volcanologue sismologue primatologue paléontologue\n            documentariste scénariste porte-parole garde-côte garde-frontière urgentiste maire ministre juge collègue camarade élève adversaire locataire propriétaire bénévole"""), "x"),
}

# plurals that no rule gives
PLURALS: dict[str, str] = {
    "lobby": "lobbys",
    "ferry": "ferrys",
    "rond-point": "ronds-points",
    "cessez-le-feu": "cessez-le-feu",
    "contre-la-montre": "contre-la-montre",
    "couvre-feu": "couvre-feux",
    "garde-côte": "garde-côtes",
    "garde-frontière": "gardes-frontières",
    "hors-jeu": "hors-jeu",
    "mi-temps": "mi-temps",
    "porte-parole": "porte-parole",
    "porte-avions": "porte-avions",
    "porte-conteneurs": "porte-conteneurs",
    "porte-hélicoptères": "porte-hélicoptères",
    "lance-roquettes": "lance-roquettes",
    "lance-missiles": "lance-missiles",
    "sous-marin": "sous-marins",
    "sit-in": "sit-in",
    "start-up": "start-up",
    "pistolet-mitrailleur": "pistolets-mitrailleurs",
    "belle-sœur": "belles-sœurs",
    "demi-sœur": "demi-sœurs",
    "demi-frère": "demi-frères",
    "demi-finale": "demi-finales",
    "best-seller": "best-sellers",
}

# adjective → its four forms (m s, f s, m p, f p)
ADJECTIVES: dict[str, tuple[str, str, str, str]] = {
    "international": ("international", "internationale", "internationaux", "internationales"),
    "audiovisuel": ("audiovisuel", "audiovisuelle", "audiovisuels", "audiovisuelles"),
    "djihadiste": ("djihadiste", "djihadiste", "djihadistes", "djihadistes"),
    "islamiste": ("islamiste", "islamiste", "islamistes", "islamistes"),
    "numérique": ("numérique", "numérique", "numériques", "numériques"),
    "pro-russe": ("pro-russe", "pro-russe", "pro-russes", "pro-russes"),
    "prorusse": ("prorusse", "prorusse", "prorusses", "prorusses"),
    "testamentaire": ("testamentaire", "testamentaire", "testamentaires", "testamentaires"),
}
