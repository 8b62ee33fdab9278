"""Articles and prepositions of countries, regions, départements and towns.

Sources: the list of countries of the Commission d’enrichissement de la langue française (arrêté du 4 novembre 1993 and its updates) for names and articles; Le Bon Usage
§ 598-600 and § 1052 for « en », « au », « aux », « à ». Where usage hesitates (« en Haïti », « à Haïti »), one current form is given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from seo_fr.french.words import fold, listed

# «article|gender|number|preposition: names»; «-» is none.
_COUNTRIES = """
l’|f|s|en: Abkhazie;Afrique;Afrique australe;Afrique centrale;Afrique de l’Est;Afrique de l’Ouest;Afrique du Nord;Afrique du Sud
l’|f|s|en: Albanie;Algérie;Allemagne;Allemagne de l’Est;Allemagne de l’Ouest;Alsace;Amérique;Amérique centrale;Amérique du Nord
l’|f|s|en: Amérique du Sud;Amérique latine;Anatolie;Andalousie;Angleterre;Aquitaine;Arabie saoudite;Argentine;Arménie;Asie
l’|f|s|en: Asie centrale;Asie du Sud-Est;Australie;Autriche;Auvergne;Écosse;Égypte;Émilie-Romagne;Érythrée;Espagne;Estonie;Éthiopie
l’|f|s|en: Eurasie;Europe;Europe centrale;Europe de l’Est;Europe de l’Ouest;Inde;Indochine;Indonésie;Irlande;Irlande du Nord
l’|f|s|en: Islande;Italie;Océanie;Ossétie du Sud;Ukraine;Union soviétique;URSS;Afrique subsaharienne;Eswatini
l’|f|s|dans: UE;Union européenne
-|f|s|en: Andorre
l’|m|s|en: Afghanistan;Alabama;Alaska;Alberta;Angola;Antarctique;Arizona;Arkansas;Azerbaïdjan;Équateur;Idaho;Illinois;Indiana;Iowa
l’|m|s|en: Irak;Iran;Ohio;Oklahoma;Ontario;Oregon;Ouganda;Ouzbékistan;Uruguay
la|f|s|en: Basse-Normandie;Basse-Saxe;Bavière;Belgique;Biélorussie;Birmanie;Bolivie;Bosnie;Bosnie-Herzégovine;Bourgogne;Bulgarie
la|f|s|en: Calabre;Californie;Campanie;Cappadoce;Caroline du Nord;Caroline du Sud;Castille;Catalogne;Centrafrique;Champagne
la|f|s|en: Champagne-Ardenne;Chine;Cisjordanie;Cochinchine;Colombie;Colombie-Britannique;Corée;Corée du Nord;Corée du Sud
la|f|s|en: Côte d’Ivoire;Crimée;Croatie;Finlande;Flandre;Floride;France;Franche-Comté;Galice;Gambie;Géorgie;Grande-Bretagne;Grèce
la|f|s|en: Guinée;Guinée-Conakry;Guinée équatoriale;Guinée-Bissau;Guyane;Haute-Normandie;Haute-Volta;Hongrie;Jamaïque;Jordanie;Laponie;Lettonie
la|f|s|en: Libye;Ligurie;Lituanie;Lombardie;Lorraine;Louisiane;Macédoine;Macédoine du Nord;Malaisie;Mauritanie;Méditerranée
la|f|s|en: Mésopotamie;Micronésie;Moldavie;Mongolie;Namibie;Norvège;Nouvelle-Calédonie;Nouvelle-Écosse;Nouvelle-Zélande;Palestine
la|f|s|en: Papouasie-Nouvelle-Guinée;Pennsylvanie;Picardie;Pologne;Polynésie;Polynésie française;Provence;Prusse;RDA;RDC
la|f|s|en: République centrafricaine;République démocratique du Congo;République dominicaine;République tchèque;Rhénanie
la|f|s|en: Rhénanie-du-Nord-Westphalie;Rhodésie;Roumanie;Russie;Sardaigne;Savoie;Saxe;Scandinavie;Serbie;Sibérie;Sicile
la|f|s|en: Sierra Leone;Slovaquie;Slovénie;Somalie;Suède;Suisse;Syrie;Tanzanie;Tchécoslovaquie;Tchéquie;Tchétchénie;Thaïlande
la|f|s|en: Thuringe;Toscane;Transnistrie;Tunisie;Turquie;Vendée;Vénétie;Virginie;Virginie-Occidentale;Wallonie;Yougoslavie;Zambie
le|m|s|au: Bangladesh;Belize;Bénin;Bhoutan;Botswana;Brésil;Brunei;Burkina Faso;Burundi;Cachemire;Cambodge;Cameroun;Canada;Cap-Vert
le|m|s|au: Chili;Colorado;Congo;Congo-Brazzaville;Congo-Kinshasa;Connecticut;Costa Rica;Daghestan;Dakota du Nord;Dakota du Sud;Danemark;Darfour
le|m|s|au: Delaware;Gabon;Ghana;Groenland;Guatemala;Guyana;Haut-Karabakh;Honduras;Japon;Kansas;Kazakhstan;Kentucky;Kenya
le|m|s|au: Kirghizistan;Kosovo;Koweït;Kurdistan;Laos;Lesotho;Liban;Liberia;Liechtenstein;Luxembourg;Maghreb;Maine;Malawi;Mali
le|m|s|au: Manitoba;Maroc;Maryland;Massachusetts;Mexique;Michigan;Minnesota;Mississippi;Missouri;Montana;Monténégro;Moyen-Orient
le|m|s|au: Mozambique;Myanmar;Nebraska;Népal;Nevada;New Hampshire;New Jersey;Nicaragua;Niger;Nigeria;Nouveau-Brunswick
le|m|s|au: Nouveau-Mexique;Nunavut;Pakistan;Panama;Paraguay;Pays basque;Pays de Galles;Pendjab;Pérou;Portugal;Proche-Orient;Qatar
le|m|s|au: Québec;Royaume-Uni;Rwanda;Sahara occidental;Sahel;Salvador;Sénégal;Soudan;Soudan du Sud;Sri Lanka;Suriname;Swaziland
le|m|s|au: Tadjikistan;Tchad;Tennessee;Texas;Tibet;Timor oriental;Togo;Turkménistan;Tyrol;Vanuatu;Vatican;Venezuela;Vermont
le|m|s|au: Viêt Nam;Vietnam;Wisconsin;Wyoming;Yémen;Yukon;Zaïre;Zimbabwe
les|f|p|aux: Açores;Antilles;Bahamas;Baléares;Bermudes;Canaries;Comores;Fidji;îles Caïmans;îles Féroé;îles Marshall;îles Salomon
les|f|p|aux: Îles Vierges;Kiribati;Maldives;Malouines;Philippines;Samoa;Seychelles;Tonga;Tuvalu
les|m|p|aux: Émirats;Émirats arabes unis;États-Unis;Palaos;Pays-Bas
les|m|p|dans: Abruzzes;Balkans;Grisons;Hamptons;Territoires palestiniens
les|f|p|dans: Alpes;Asturies;Caraïbes;Cévennes;Cornouailles;Dolomites;Flandres;Pouilles;Pyrénées;Rocheuses
le|m|s|dans: Bade-Wurtemberg;Bronx;Caucase;Donbass;Néguev;Sinaï;Xinjiang
l’|m|s|dans: Arctique;Empire ottoman;État de New York;Utah
-|-|s|à: Abou Dhabi;Antigua-et-Barbuda;Bahreïn;Bali;Bornéo;Chypre;Cuba;Djibouti;Dubaï;Gaza;Gibraltar;Guam;Guernesey;Haïti;Hawaï
-|-|s|à: Hong Kong;Ibiza;Java;Jersey;Lampedusa;Lesbos;Macao;Madagascar;Majorque;Malte;Maurice;Mayotte;Minorque;Monaco;Nauru
-|-|s|à: Nouméa;Oman;Porto Rico;Saint-Barthélemy;Saint-Christophe-et-Niévès;Saint-Marin;Saint-Martin;Saint-Pierre-et-Miquelon
-|-|s|à: Saint-Vincent-et-les-Grenadines;Sainte-Lucie;Sao Tomé-et-Principe;Singapour;Sumatra;Tahiti;Taïwan;Terre-Neuve;Terre-Neuve-et-Labrador
-|-|s|à: Trinité-et-Tobago;Wallis-et-Futuna;Zanzibar
-|m|s|en: Israël
la|f|s|à la: Barbade;Dominique;Grenade
l’|f|s|à l’: île Maurice;Île-du-Prince-Édouard
la|f|s|dans: bande de Gaza;Saskatchewan
"""

_REGIONS = """
l’|f|s|en: Île-de-France;Occitanie
la|f|s|en: Bourgogne-Franche-Comté;Bretagne;Corse;Guadeloupe;Martinique;Normandie;Nouvelle-Aquitaine
-|f|s|en: Auvergne-Rhône-Alpes;Provence-Alpes-Côte d’Azur
les|m|p|dans: Hauts-de-France;Pays de la Loire
le|m|s|dans: Centre-Val de Loire;Grand Est;Languedoc-Roussillon;Limousin;Nord-Pas-de-Calais;Poitou
-|m|s|en: Midi-Pyrénées;PACA;Poitou-Charentes;Rhône-Alpes
"""

_DEPARTEMENTS = """
l’|m|s|dans: Ain;Allier;Aveyron;Hérault;Indre
l’|f|s|dans: Aisne;Ardèche;Ariège;Aube;Aude;Essonne;Eure;Isère;Oise;Orne;Yonne
la|f|s|en: Charente;Charente-Maritime;Corrèze;Corse-du-Sud;Côte-d’Or;Dordogne;Gironde;Haute-Corse;Haute-Garonne;Haute-Loire
la|f|s|en: Haute-Marne;Haute-Saône;Haute-Savoie;Haute-Vienne;Loire-Atlantique;Lozère;Mayenne;Moselle;Savoie;Seine-Maritime
la|f|s|en: Seine-Saint-Denis;Vendée
la|f|s|dans: Creuse;Drôme;Loire;Manche;Marne;Meuse;Nièvre;Sarthe;Somme;Vienne
-|f|s|en: Ille-et-Vilaine;Indre-et-Loire
-|m|s|en: Eure-et-Loir
le|m|s|dans: Bas-Rhin;Calvados;Cantal;Cher;Doubs;Finistère;Gard;Gers;Haut-Rhin;Jura;Loir-et-Cher;Loiret;Lot;Lot-et-Garonne
le|m|s|dans: Maine-et-Loire;Morbihan;Nord;Pas-de-Calais;Puy-de-Dôme;Rhône;Tarn;Tarn-et-Garonne;Territoire de Belfort;Val-d’Oise
le|m|s|dans: Val-de-Marne;Var;Vaucluse
-|f|s|en: Meurthe-et-Moselle;Saône-et-Loire;Seine-et-Marne
les|f|p|dans: Alpes-de-Haute-Provence;Alpes-Maritimes;Ardennes;Bouches-du-Rhône;Cévennes;Côtes-d’Armor;Deux-Sèvres;Hautes-Alpes
les|f|p|dans: Hautes-Pyrénées;Landes;Pyrénées-Atlantiques;Pyrénées-Orientales;Vosges;Yvelines
les|m|p|dans: Hauts-de-Seine
"""

# Towns whose name holds an article (« Le Havre » → « au Havre », « La Rochelle » → « à La Rochelle »); folded, with their article.
TOWNS_WITH_ARTICLE: frozenset[str] = frozenset(
    fold(line.strip())
    for line in """Le Havre;Le Mans;Le Creusot;Le Puy;Le Caire;Le Cap;Le Pirée;Le Touquet;Le Tréport;Le Bourget;Le Raincy;Le Perreux;Le Kremlin-Bicêtre;Le Vésinet;Le Chesnay;Le Blanc-Mesnil;Le Pré-Saint-Gervais;Le Plessis-Robinson;
Le Cannet;Le Lavandou;Le Luc;Le Muy;Le Pontet;Le Grau-du-Roi;Le Vigan;Le Bouscat;Le Teich;Le Pouliguen;Le Croisic;Le Conquet;Le Faou;Le Guilvinec;Le Relecq-Kerhuon;Le Palais;Le Mée-sur-Seine;Le Pecq;Le Port;Le Tampon;Le Lamentin;Le Moule;Le Gosier;
Le Robert;Le François;Le Marin;Le Prêcheur;Le Diamant;Le Vauclin;Le Carbet;Le Teil;Le Pouzin;Le Cheylard;Le Péage-de-Roussillon;Le Pont-de-Claix;Le Grand-Quevilly;Le Petit-Quevilly;Le Petit-Couronne;Le Grand-Bornand;Le Bourg-d’Oisans;Le Bourget-du-Lac;
Le Mont-Dore;Le Mont-Saint-Michel;Le Monastier;Le Malzieu;Le Quesnoy;Le Cateau;Le Portel;Le Crotoy;Le Neubourg;Le Vaudreuil;Le Plessis-Trévise;Le Plessis-Bouchard;Le Thillay;Le Thor;Le Pradet;Le Castellet;Le Beausset;Le Revest-les-Eaux;Le Rove;
Le Tholonet;Le Puy-Sainte-Réparade;Le Barcarès;Le Boulou;Le Soler;Le Haillan;Le Taillan-Médoc;Le Barp;Le Porge;Le Passage;Le Bugue;Le Blanc;Le Dorat;Le Locle;Le Noirmont;Le Rœulx;Le Loroux-Bottereau;Le Pellerin;Le Pallet;Le Bono;Le Faouët;Le Lude;
Le Bailleul;Le Lion-d’Angers;Le May-sur-Èvre;Le Poiré-sur-Vie;Le Château-d’Olonne;Le Bignon;Le Rheu;Le Theil;Le Molay-Littry;Le Hom;Le Petit-Bourg;
Les Mureaux;Les Lilas;Les Ulis;Les Abymes;Les Sables-d’Olonne;Les Herbiers;Les Andelys;Les Arcs;Les Angles;Les Clayes-sous-Bois;Les Pavillons-sous-Bois;Les Pennes-Mirabeau;Les Ponts-de-Cé;Les Saintes-Maries-de-la-Mer;Les Baux-de-Provence;Les Eyzies;
Les Houches;Les Gets;Les Menuires;Les Rousses;Les Avirons;Les Anses-d’Arlet;Les Trois-Îlets;Les Aspres;Les Contamines-Montjoie;Les Deux-Alpes;Les Échelles;Les Essarts;Les Mées;Les Milles;Les Vans;Les Sorinières;Les Epesses;Les Cayes;Les Gonaïves""".replace("\n", "").split(";")
)
_TOWNS_LA = frozenset(
    fold(line.strip())
    for line in """La Rochelle;La Haye;La Mecque;La Havane;La Paz;La Valette;La Nouvelle-Orléans;La Baule;La Baule-Escoublac;La Ciotat;La Seyne-sur-Mer;La Garde;La Crau;La Londe-les-Maures;La Valette-du-Var;La Courneuve;La Garenne-Colombes;La Celle-Saint-Cloud;
La Roche-sur-Yon;La Flèche;La Ferté-Bernard;La Ferté-sous-Jouarre;La Ferté-Macé;La Madeleine;La Bassée;La Gorgue;La Teste-de-Buch;La Réole;La Rochefoucauld;La Tremblade;La Flotte;La Souterraine;La Bourboule;La Chaise-Dieu;La Clusaz;La Plagne;La Grave;La Mure;
La Tronche;La Tour-du-Pin;La Verpillière;La Voulte-sur-Rhône;La Mulatière;La Ricamarie;La Talaudière;La Grand-Combe;La Grande-Motte;La Chapelle-sur-Erdre;La Montagne;La Trinité;La Trinité-sur-Mer;La Gacilly;La Chaux-de-Fonds;La Louvière;La Hulpe;
La Possession;La Plaine-Saint-Denis;La Défense;La Norville;La Ville-du-Bois;La Queue-en-Brie;La Verrière;La Charité-sur-Loire;La Bresse;La Petite-Pierre;La Wantzenau;La Guerche-de-Bretagne;La Corogne;La Spezia;L’Aquila;L’Haÿ-les-Roses;L’Isle-Adam;
L’Isle-d’Abeau;L’Isle-sur-la-Sorgue;L’Île-Saint-Denis;L’Isle-Jourdain;L’Île-Rousse;L’Alpe d’Huez;L’Aigle;L’Union;La Réunion""".replace("\n", "").split(";")
)
# Titles and names whose capital article is part of the name and still contracts (« du Monde », « des Échos »).
FIXED_ARTICLE_TITLES: frozenset[str] = frozenset(
    fold(w.strip())
    for w in """Le Monde;Le Figaro;Le Parisien;Le Point;Le Télégramme;Le Dauphiné libéré;Le Progrès;Le Soir;Le Temps;Le Devoir;Le Canard enchaîné;Le Journal du dimanche;Le Journal de Montréal;Le Courrier de l’Ouest;Le Courrier international;
Le Nouvel Observateur;Le Nouvel Obs;Le Maine libre;Le Berry républicain;Le Populaire;Le Bien public;Le Républicain lorrain;Le Matin;Le Quotidien;Le Crédit lyonnais;Le Slip français;Les Échos;Les Inrockuptibles;Les Dernières Nouvelles d’Alsace;Les Républicains;
Les Verts;Les Écologistes;Les Cahiers du cinéma""".replace("\n", "").split(";")
)
_FIXED_OTHER = frozenset(
    fold(w.strip())
    for w in """La Croix;La Poste;La Banque postale;La Tribune;La Dépêche;La Dépêche du Midi;La Voix du Nord;La Provence;La Montagne;La Presse;La République en marche;La France insoumise;La Stampa;La Repubblica;La Libre;La Libre Belgique;La Nouvelle République;
La Marseillaise;La Redoute;La Manif pour tous;La Nación;La Cimade;L’Équipe;L’Express;L’Obs;L’Humanité;L’Oréal;L’Opinion;L’Est républicain;L’Alsace;L’Union;L’Indépendant;L’Orient-Le Jour;L’Usine nouvelle;L’Étudiant;L’Occitane""".replace("\n", "").split(";")
)
# Family names of Brittany and Normandy: never contracted (« de Le Pen »).
SURNAMES_WITH_ARTICLE: frozenset[str] = frozenset(
    fold(f"Le {w}")
    for w in """Bail;Baron;Bars;Bas;Bec;Berre;Bihan;Bon;Borgne;Bourhis;Bras;Breton;Bris;Brun;Calvez;Cam;Clézio;Coq;Corbusier;Corre;Cozannet;Drian;Dantec;Fèvre;Floch;Foll;Fur;Gall;Gac;Garrec;Gloannec;Goff;Goffic;Graët;Guen;Guennec;Guillou;Hir;Hénaff;
Jeune;Lay;Luron;Luyer;Maître;Meur;Moal;Moigne;Nôtre;Ny;Pape;Pen;Pennec;Pors;Quellec;Quintrec;Roux;Roy;Saux;Tallec;Tellier;Texier;Thiec;Vaillant;Vern;Vigouroux""".replace("\n", "").split(";")
)

_INSTITUTION_HEADS = frozenset(
    listed("""maison kremlin elysee senat assemblee parlement bundestag congres conseil cour banque parti union ligue federation coupe haut haute republique croix commission comite communaute organisation ministere tribunal
    president presidence premier premiere etat pentagone vatican saint sainte quai palais tour armee garde front mouvement institut universite ecole academie musee theatre opera centre agence autorite chambre confederation syndicat fonds
    federal royaume empire nations eglise bourse tresor nord sud est ouest champions mondial euro jeux tournoi grand grande petit vendee giro vuelta seconde premiere secours samu smic raid gendarmerie police
    francais francaise americain russe britannique allemand italien espagnol chinois japonais ukrainien iranien israelien palestinien turc syrien irakien belge suisse canadien
    bleus bleues verts lensois lyonnais marseillais parisiens nantais rennais lillois nicois bordelais toulousains monegasques gilets forces parquet medef cgt bac rsa smic croissant chambre inspection direction prefecture mairie region departement services alpes pyrenees loire seine rhone garonne tour""")
)

Article = Literal["le", "la", "l’", "les", ""]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place: its usual ``article`` («» if none), grammatical gender and number, and the place complement (« en Iran », « au Mali »)."""

    name: str
    article: Article
    gender: Literal["m", "f", ""]
    number: Literal["s", "p"]
    where: str
    kind: Literal["country", "region", "department"]


def _entries(table: str, kind: Literal["country", "region", "department"]) -> dict[str, Toponym]:
    found: dict[str, Toponym] = {}
    for line in table.strip().splitlines():
        head, _, names = line.partition(": ")
        article, gender, number, prep = head.replace("-", "").split("|")
        for name in names.split(";"):
            if prep == "dans":
                where = f"dans {article}{'' if article.endswith('’') else ' '}{name}"
            else:
                where = f"{prep}{'' if prep.endswith('’') else ' '}{name}"
            found[fold(name)] = Toponym(name, article, gender, number, where, kind)  # type: ignore[arg-type]
    return found


@lru_cache(maxsize=1)
def toponyms() -> dict[str, Toponym]:
    """Return every known country, region and département by folded name; a name that is both («Savoie») keeps its first form."""
    found = _entries(_COUNTRIES, "country")
    for name, entry in _entries(_REGIONS, "region").items():
        found.setdefault(name, entry)
    for name, entry in _entries(_DEPARTEMENTS, "department").items():
        found.setdefault(name, entry)
    return found


def toponym(name: str) -> Toponym | None:
    """Return what is known of ``name``, with or without its article (« l’Iran », « Iran », « Les États-Unis »), or None."""
    folded = fold(name.replace("'", "’"))
    known = toponyms()
    if folded in known:
        return known[folded]
    bare = re.sub(r"^(?:(?:le|la|les) |l')", "", folded)
    entry = known.get(bare)
    return entry if entry is not None and bare != folded and entry.article else None


def en_pays(name: str) -> str | None:
    """Return where one is when one is there: « en Iran », « au Mali », « aux États-Unis », « à Cuba », « au Havre », « à La Rochelle », « dans le Nord »; None if not known.

    Accepts the name with its article. Towns without an article are not countries: « à Lyon » needs the caller to know that it is a town.
    """
    entry = toponym(name)
    if entry is not None:
        return entry.where
    folded = fold(name)
    if folded in TOWNS_WITH_ARTICLE:
        article, rest = name.split(" ", 1)
        return f"{'au' if article.lower() == 'le' else 'aux'} {rest}"
    if folded in _TOWNS_LA:
        return f"à {name}"
    return None


def keeps_capital_article(name: str) -> bool | None:
    """Return whether the article that begins ``name`` is part of it (« La Rochelle », « Le Monde »: True; « La Russie », « Le Sénat »: False); None if not known."""
    folded = fold(name.replace("'", "’"))
    for table in (TOWNS_WITH_ARTICLE, _TOWNS_LA, FIXED_ARTICLE_TITLES, _FIXED_OTHER, SURNAMES_WITH_ARTICLE):
        for known in table:
            if folded == known or folded.startswith((known + " ", known + ",")):
                return True
    found = re.match(r"(?:(?:le|la|les) |l')(.+)", folded)
    if not found:
        return None
    rest = found.group(1)
    words = re.split(r"[\s,]", rest)
    for length in range(min(5, len(words)), 0, -1):
        if " ".join(words[:length]) in toponyms():
            return False
    first = re.split(r"[\s'-]", rest)[0]
    if first in _INSTITUTION_HEADS or first.rstrip("s") in _INSTITUTION_HEADS:
        return False
    return None
