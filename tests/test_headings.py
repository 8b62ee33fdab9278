"""Headings and titles: what falls from a clause, what never falls, and what a source's title gives; on invented sentences."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from seo_fr.analyse.keyphrases import focus_keyphrase
from seo_fr.check.edits import edit_reasons
from seo_fr.check.fidelity import check_copied
from seo_fr.model import Article, Copied, Edit, Paragraph, Section, Span
from seo_fr.propose.candidate import passage
from seo_fr.propose.described import _DATELINE, _LEANS
from seo_fr.propose.fits import _QUANTIFIED, Part, clause_heads
from seo_fr.propose.headings import _HEARING, _INDEFINITE, _KILLED, PAIR, outcomes, section_headings
from seo_fr.propose.heads import title_tags
from seo_fr.propose.layout import lay_out
from seo_fr.propose.lines import every_line
from seo_fr.propose.score import Scores
from seo_fr.propose.source import Source
from seo_fr.propose.title_cuts import colon_parts, title_cuts
from seo_fr.propose.titles import title_parts
from seo_fr.propose.trims import section_lines
from seo_fr.rulebook import load
from tests.articles import understood


def lines(*paragraphs: str) -> list[str]:
    source = understood(*paragraphs)
    return [line.text for clause in source.analysis.clauses for line in section_lines(source, clause)]


def titles(title: str, key: str) -> list[str]:
    source = understood("Le conseil municipal s’est réuni lundi soir à la mairie.", title=title)
    return [part.text for part in title_parts(source, key)]


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        ("La préfète a suspendu les travaux dans le parc naturel.", "La préfète suspend les travaux dans le parc naturel"),
        ("La directrice du musée, qui présentait son bilan mardi, a annoncé la fermeture de la salle égyptienne.", "La directrice du musée annonce la fermeture de la salle égyptienne"),
        ("Durant la nuit, les pompiers de la ville voisine ont évacué les clients de l’hôtel.", "Les pompiers de la ville voisine évacuent les clients de l’hôtel"),
        ("Le vieux pont de Marchais a été fermé vendredi par les services du département de la Loire.", "Le vieux pont de Marchais est fermé"),
        ("Le conseil régional a voté le budget et les élus ont quitté la salle vers minuit sous les applaudissements.", "Le conseil régional vote le budget"),
    ],
)
def test_what_falls(sentence: str, heading: str) -> None:
    assert heading in lines(sentence)


@pytest.mark.parametrize(
    ("sentence", "forbidden"),
    [
        ("Le maire n’a pas autorisé le concert dans le parc du château après la plainte des riverains.", "Le maire n’autorise pas le concert"),
        ("La région a réussi son pari, mais le déficit a doublé en un an.", "La région réussit son pari"),
        ("Le suspect a frappé deux passants devant la gare de Nolay.", "Le suspect frappe deux passants devant la gare de Nolay"),
        ("La mère de Paul Martin a confirmé la présence de son fils au domicile familial.", "Paul Martin confirme la présence de son fils au domicile familial"),
        ("L’attente est, selon les voyageurs, ce qui est le plus pénible dans ce trajet.", "L’attente est, selon les voyageurs"),
        ("Le préfet a nié avoir reçu les plaignants à la préfecture en mars dernier.", "Le préfet nie avoir reçu les plaignants"),
    ],
)
def test_what_never_falls(sentence: str, forbidden: str) -> None:
    assert forbidden not in lines(sentence)


def test_headings_are_short_and_whole() -> None:
    source = "La société Navalis, qui emploie 300 personnes à Brest, a déposé mardi une demande de permis pour une éolienne (la troisième) au large de Groix, contre l’avis des pêcheurs."
    for line in lines(source):
        assert 20 <= len(line) <= 70 and line.count("(") == line.count(")") and not line.endswith((",", " au", " de"))


@pytest.mark.parametrize(
    ("title", "key", "wanted"),
    [
        ("Bretagne : un accident de car fait deux morts", "accident de car", "Un accident de car fait deux morts"),
        ("Nantes : grève générale des chauffeurs de bus", "chauffeurs de bus", "Chauffeurs de bus : grève générale"),
        ("Rhône : douze blessés dans une explosion à Givors", "explosion", "Explosion à Givors : douze blessés"),
        ("La députée Anne Morel blessée par balles", "Anne Morel", "Anne Morel blessée par balles"),
    ],
)
def test_the_title_gives_the_title_tag(title: str, key: str, wanted: str) -> None:
    assert wanted.lower() in [text.lower() for text in titles(title, key)]


def test_a_title_is_not_cut_before_its_news() -> None:
    assert not any(text.endswith("la météo") for text in titles("Courses de skis : la météo en altitude perturbe le début de saison", "courses de skis"))


def test_a_reserve_of_what_falls_falls_with_it() -> None:
    text = "La course, qui devait partir de Brest, a été annulée."
    article = Article(text, None, (Paragraph(Span(0, len(text))),))
    start = text.index(", qui")
    assert not edit_reasons(Edit("drop", "incise-de-titre", Span(start, text.index(" a été")), ""), article, load())
    other = "La course devait, selon la mairie, partir de Brest."
    article = Article(other, None, (Paragraph(Span(0, len(other))),))
    start = other.index(", selon")
    assert edit_reasons(Edit("drop", "incise-de-titre", Span(start, other.index(" partir")), ""), article, load())


@pytest.mark.parametrize(
    ("sentence", "forbidden"),
    [
        ("Trois des dix toiles n’ont jamais été retrouvées par les enquêteurs.", "ne sont jamais retrouvées"),
        ("Le pont de la ville a déjà été fermé deux fois par la préfecture.", "est déjà fermé"),
        ("En 1992, la pianiste a rejoint le conservatoire de la ville de Nolay.", "rejoint le conservatoire"),
    ],
)
def test_the_past_stays_past(sentence: str, forbidden: str) -> None:
    assert not any(forbidden in line and "a rejoint" not in line for line in lines(sentence))


def heads_of(title: str, *paragraphs: str) -> list[str]:
    source = understood(*paragraphs, title=title)
    scores = Scores(source, focus_keyphrase(source.analysis.article, source.analysis.tokens, source.analysis.sentences))
    found = tuple(line for clause in source.analysis.clauses for line in section_lines(source, clause))
    return [line.text for line, _ in clause_heads(source, scores, found, Part(source, scores, 0, len(paragraphs)))]


def test_a_person_is_called_by_what_she_is() -> None:
    found = heads_of(
        "Bus : la grève reconduite",
        "Les conducteurs ont reconduit la grève mardi soir. Anne Morel a refusé la médiation du préfet. Les élus se réuniront jeudi à la mairie de Nolay.",
        "« Ce conflit relève de l’entreprise », a déclaré Anne Morel, présidente de l’agglomération, devant la presse réunie à la mairie. Les conducteurs demandent une prime.",
    )
    assert not any("Anne Morel" in text for text in found)
    assert any(text.startswith("La présidente de l’agglomération refuse la médiation") for text in found)


def test_a_function_for_a_name_is_checked() -> None:
    text = "Anne Morel a refusé la médiation. « Non », a dit Anne Morel, présidente de l’agglomération. Paul Vidal a accepté."
    article = Article(text, None, (Paragraph(Span(0, len(text))),))
    right = Edit("reference", "fonction-pour-nom", Span(0, 10), "La présidente de l’agglomération")
    assert not edit_reasons(right, article, load())
    at = text.index("Paul Vidal")
    assert edit_reasons(Edit("reference", "fonction-pour-nom", Span(at, at + 10), "La présidente de l’agglomération"), article, load())
    assert edit_reasons(Edit("reference", "fonction-pour-nom", Span(0, 10), "La directrice de l’agglomération"), article, load())


def test_a_heading_comes_from_the_opening_and_is_not_the_line_below() -> None:
    found = heads_of(
        "Le musée rouvre",
        "Le musée a perdu deux millions. Les travaux de la grande salle dureront six mois encore. Le toit de la salle a été refait par une entreprise de la région. "
        "Les ouvriers ont aussi repeint la salle et changé les vitrines. Un concert sera donné dans la cour du château en juillet.",
    )
    assert "Le musée a perdu deux millions" not in found
    assert not any("concert" in text for text in found)


@pytest.mark.parametrize("sentence", ["Les syndicats avancent le chiffre de 78 %. La direction conteste ce nombre.", "La direction, elle, propose une prime de 400 euros aux conducteurs."])
def test_no_figure_without_its_noun_and_no_contrast(sentence: str) -> None:
    assert not any(re.search(r"78 %|elle", text) for text in heads_of("Bus : la grève reconduite", sentence))


@pytest.mark.parametrize(
    ("title", "key", "wanted"),
    [
        ("Accident de car près de Lens : deux morts et dix blessés", "accident de car", "Accident de car : deux morts et dix blessés"),
        ("Le festival du fleuve ouvre sa vingtième édition avec quarante concerts gratuits", "festival du fleuve", "Le festival du fleuve ouvre sa vingtième édition"),
        ("Le peintre de la maison Navalis, Paul Morel, auteur de fresques, meurt à l’âge de 83 ans", "peintre", "Le peintre de la maison Navalis meurt à l’âge de 83 ans"),
    ],
)
def test_the_title_is_cut_with_its_news(title: str, key: str, wanted: str) -> None:
    source = understood("Le conseil municipal s’est réuni lundi soir à la mairie.", title=title)
    made = [cut.text for cut in title_cuts(source, key)] + [f"{cle.text} : {objet.text}" for cle, objet in colon_parts(source, key)]
    assert wanted in [text.replace("\u00a0", " ") for text in made]


def test_a_toll_is_not_halved() -> None:
    source = understood("Le conseil municipal s’est réuni lundi soir à la mairie.", title="Allemagne : accident d’un car belge, au moins douze blessés, le conducteur décédé")
    assert not any("décédé" not in cut.text for cut in title_cuts(source, "accident d’un car belge"))


def test_a_possessive_of_another_heads_nothing() -> None:
    found = heads_of("Le musée rouvre ses portes", "La première exposition est consacrée à la peintre Rosalie Morel. Le musée a réuni 120 de ses œuvres. Les visiteurs pourront les voir jusqu’en juin.")
    assert not any("ses œuvres" in text for text in found)


def test_a_day_with_its_part_falls_whole() -> None:
    found = lines("Un autocar de touristes a quitté la route dimanche après-midi près de Nolay, faisant deux blessés.")
    assert "Un autocar de touristes quitte la route près de Nolay" in found
    assert not any("la route après-midi" in line for line in found)


def test_an_apposition_between_subject_and_verb_hinders_no_heading() -> None:
    found = lines("La société Navalis, filiale du groupe Morel, a fermé son usine de Brest après dix ans de pertes.")
    assert any("ferme son usine de Brest" in line for line in found)


def title_tag_of(title: str, *paragraphs: str) -> str:
    source = understood(*paragraphs, title=title)
    keyphrase = focus_keyphrase(source.analysis.article, source.analysis.tokens, source.analysis.sentences)
    found = title_tags(source, load(), keyphrase, (), Scores(source, keyphrase), "essai")
    return max(found, key=lambda candidate: candidate.merit).passages[0].text


@pytest.mark.parametrize(
    ("title", "lede", "wanted"),
    [
        (
            "Tour du Vallon : Anne Morel gagne la troisième étape et prend le maillot jaune",
            "La coureuse Anne Morel a gagné samedi la troisième étape du Tour du Vallon. Anne Morel devance l’Italienne Carla Bruno de dix secondes.",
            "Tour du Vallon : Anne Morel gagne la troisième étape",
        ),
        (
            "Le groupe Navalis veut racheter le fabricant de bateaux Morvan pour 640 millions d’euros",
            "Le groupe Navalis a annoncé mardi son intention de racheter le fabricant de bateaux Morvan pour 640 millions d’euros.",
            "Navalis veut racheter le fabricant de bateaux Morvan",
        ),
    ],
)
def test_a_title_tag_keeps_matter_and_name(title: str, lede: str, wanted: str) -> None:
    assert title_tag_of(title, lede).replace("\u00a0", " ").replace("\u202f", " ") == wanted


def test_a_description_begins_with_neither_dateline_nor_link() -> None:
    assert _LEANS.match("Par exemple, la mairie a fermé.") and _LEANS.match("En cause : la hausse des prix.") and not _LEANS.match("En Carélie, le froid dure.")
    assert not _LEANS.match("Encore un train en retard.") and not _LEANS.match("À Lens, la mairie a fermé.")
    match = _DATELINE.match("LENS, 12 novembre – La tempête faiblit.")
    assert match is not None and match.end() == len("LENS, 12 novembre – ")
    assert _DATELINE.match("La tempête – la pire depuis dix ans – faiblit.") is None


def test_a_hearing_and_one_among_many_name_no_block() -> None:
    assert _HEARING.match("garde à vue") and not _HEARING.match("procession de la ville")
    assert _INDEFINITE.search("étudiants d’une université française") and not _INDEFINITE.search("écureuils roux")


def test_a_toll_falls_from_a_heading_only_where_the_title_has_it() -> None:
    lede = "Un autocar de touristes a quitté la route dimanche après-midi près de Nolay, faisant deux morts et dix blessés, dont quatre dans un état grave. Les pompiers de la ville voisine ont fermé la chaussée durant quatre heures pour les secours."
    heading = "Un autocar de touristes quitte la route près de Nolay"
    assert heading in heads_of("Accident d’autocar : deux morts et dix blessés", lede)
    assert heading not in heads_of("Accident d’autocar sur la départementale", lede)


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        ("La bataille juridique qui durait depuis quatre ans autour du vieux moulin de Brelle vient de se terminer.", "La bataille juridique vient de se terminer"),
        ("Paul Vidal, en campagne pour le second tour de l’élection municipale (qui se tient dimanche), a visité ce mardi 14 mai la fromagerie de Nolay.", "Paul Vidal visite la fromagerie de Nolay"),
        ("Dans un rapport publié lundi par la chambre régionale des comptes, les magistrats dénoncent la gestion du port de Brelle.", "Les magistrats dénoncent la gestion du port de Brelle"),
        ("Accompagnée de la préfète et de plusieurs élus du département, la ministre de la Santé a inauguré la maternité de Nolay.", "La ministre de la Santé inaugure la maternité de Nolay"),
        ("Un groupe armé a revendiqué l’attaque du convoi moins de deux heures après.", "Un groupe armé revendique l’attaque du convoi"),
        ("La ville de Nolay ferme le vieux gymnase des Aulnes, dans le quartier de la Gare, près de Brelle.", "La ville de Nolay ferme le vieux gymnase des Aulnes"),
        ("Un grave accident s’est passé jeudi dans les Hautes-Alpes.", "Un grave accident s’est passé dans les Hautes-Alpes"),
    ],
)
def test_what_falls_above_the_section_alone(sentence: str, heading: str) -> None:
    assert heading in lines(sentence)


@pytest.mark.parametrize(
    ("sentence", "forbidden"),
    [
        ("Le seul commerce qui vend du pain dans le village a fermé ses portes hier.", "Le seul commerce a fermé ses portes"),
        ("Sans l’aide de la région, la commune a construit une école de musique dans le bourg.", "La commune construit une école de musique dans le bourg"),
        ("Paul Vidal a visité ce mardi 14 mai la fromagerie de Nolay.", "Paul Vidal a visité 14 mai la fromagerie de Nolay"),
        ("Des barrières en fer entourent la vieille halle aux grains de la commune voisine depuis un mois.", "Des barrières en fer entourent la vieille halle"),
    ],
)
def test_what_bounds_a_claim_stays_in_a_heading(sentence: str, forbidden: str) -> None:
    assert forbidden not in lines(sentence)


def test_a_participle_reports_up_to_the_verb_of_its_sentence() -> None:
    source = understood("Paul Vidal, embarrassé par une plainte de sa voisine et envisageant même de renoncer à la présidence du club, doit répondre à de nouvelles questions du juge.")
    made = [line for clause in source.analysis.clauses for line in section_lines(source, clause) if line.text.startswith("Paul Vidal doit répondre")]
    article = source.analysis.article
    for line in made:
        assert not check_copied(passage("section", "h2", line.text, Copied(line.span, line.edits)), Copied(line.span, line.edits), article, load())
    assert made


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("Les relevés du réseau montrent une augmentation du nombre de pêcheurs qui rentrent au port avec des filets vides.", r"nombre de pêcheurs$"),
        ("Les causes évoquées sont le vieillissement des conduites à la suite du gel de l’hiver, la fin des travaux d’entretien et la hausse de la demande.", r"des conduites$|de l’hiver$"),
        ("La grève des éboueurs de Morvan est entrée mercredi dans sa troisième semaine.", r"(?:entre|entrée)(?: mercredi)?$"),
        ("Le département de la Morvande vient d’être placé jeudi, à 16 heures, en vigilance orange.", r"(?:placé|jeudi|heures)$"),
        ("Le choc a eu lieu plus de deux heures après l’horaire prévu d’arrivée du train de nuit.", r"a eu lieu l’horaire|l’horaire$"),
        ("Le rapport pointe surtout les effets de la sortie de la commune de la communauté urbaine sur les tarifs.", r"la sortie de la commune$"),
    ],
)
def test_what_falls_leaves_what_is_counted_listed_or_left(sentence: str, never: str) -> None:
    source = understood(sentence)
    for clause in source.analysis.clauses:
        for line in (*section_lines(source, clause), *section_lines(source, clause, 150, past=True)):
            assert not re.search(never, line.text.rstrip(".")), line.text


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Quatre hommes ont été interpellés lundi soir à Valmont par les gendarmes de la brigade des recherches.", "Quatre hommes interpellés à Valmont"),
        ("Les douanes ont saisi treize tonnes de farine à bord d’une embarcation qui rentrait du large sans feux ni pavillon.", "Les douanes saisissent treize tonnes de farine"),
        ("Anna Morel a confié à la radio lundi matin qu’elle ne parvient pas à mettre de l’argent de côté.", "Anna Morel confie qu’elle ne parvient pas à mettre de l’argent de côté"),
    ],
)
def test_long_clauses_are_told_by_their_verb_and_object(sentence: str, expected: str) -> None:
    source = understood(sentence)
    lines = [line.text for clause in source.analysis.clauses for line in section_lines(source, clause)]
    assert any(line.startswith(expected) for line in lines), lines


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("Le journal a révélé une vidéo prise lors des manifestations du printemps par un passant qui filmait la place depuis sa fenêtre.", r"prise$"),
        ("Deux cents rats ont été nourris pendant deux années, soit avec du maïs, soit avec des grains récoltés dans le même champ.", r"nourris$"),
        ("Les championnats de la région se sont déroulés dimanche 17 avril, à Valmont, devant une foule venue de tout le pays.", r"(?:déroulent|déroulés)$"),
        ("Quatre hommes n’ont pas été interpellés lundi soir à Valmont par les gendarmes de la brigade des recherches.", r"^Quatre hommes interpellés"),
    ],
)
def test_no_clause_is_cut_below_its_sense(sentence: str, never: str) -> None:
    source = understood(sentence)
    assert not [line.text for clause in source.analysis.clauses for line in section_lines(source, clause) if re.search(never, line.text)]


@pytest.mark.parametrize(
    ("title", "paragraph", "wanted"),
    [
        ("Escroquerie : l’antiquaire fixé sur son sort", "Le tribunal correctionnel de Nolay a condamné lundi l’antiquaire Paul Martin à trois ans de prison, dont un avec sursis, pour escroquerie. Il fera appel.", ["trois ans de prison, dont un avec sursis"]),
        ("L’antiquaire condamné à trois ans de prison", "Le tribunal correctionnel de Nolay a condamné lundi l’antiquaire Paul Martin à trois ans de prison pour escroquerie. Il fera appel.", []),
        ("Escroquerie : l’antiquaire fixé sur son sort", "Le tribunal n’a pas condamné l’antiquaire Paul Martin à trois ans de prison, contrairement à ce que demandait le parquet.", []),
    ],
)
def test_outcome_heads_the_section(title: str, paragraph: str, wanted: list[str]) -> None:
    source = understood(paragraph, "Les avocats ont quitté la salle sans un mot.", title=title)
    part = Part(source, Scores(source, focus_keyphrase(source.analysis.article, source.analysis.tokens, source.analysis.sentences)), 0, 2)
    assert [span.of(source.text) for span in outcomes(source, part, title)] == wanted


def test_toll_is_whole() -> None:
    match = _KILLED.search("L’explosion a fait au moins trois morts et douze blessés dans l’atelier")
    assert match is not None and match.group(1) == "au moins trois morts et douze blessés"
    assert _KILLED.search("L’explosion aurait fait trois morts dans l’atelier") is None
    assert _KILLED.search("L’explosion a fait trois morts et des dizaines de blessés") is None


def test_requisitions_do_not_head() -> None:
    source = understood("Le parquet avait requis six ans de prison contre le notaire de Nolay. Le tribunal a suivi les réquisitions.", title="Un notaire condamné")
    scores = Scores(source, focus_keyphrase(source.analysis.article, source.analysis.tokens, source.analysis.sentences))
    part = Part(source, scores, 0, 1)
    found = clause_heads(source, scores, tuple(line for clause in source.analysis.clauses for line in section_lines(source, clause, past=True)), part)
    assert not any("requis" in line.text for line, _ in found)


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        ("La maire estime que le projet est trop cher et qu’un nouveau vote aurait lieu au printemps avec tous les habitants de la commune.", "La maire estime que le projet est trop cher"),
        ("L’ancien caissier Paul Vidal a nié mardi, devant le tribunal correctionnel, avoir détourné la somme.", "L’ancien caissier Paul Vidal nie avoir détourné la somme"),
        ("Poursuivi depuis lundi à Marchais pour avoir détourné deux millions d’euros au détriment de trente clients, le caissier Paul Vidal a nié avoir volé ses clients.", "Le caissier Paul Vidal a nié avoir volé ses clients"),
        ("À compter du mois de mai, les nouveaux tickets de deux zones seront vendus dans toutes les gares.", "Les nouveaux tickets de deux zones seront vendus dans toutes les gares"),
    ],
)
def test_what_frames_or_follows_a_claim_falls_above_its_section(sentence: str, heading: str) -> None:
    assert heading in lines(sentence)


def test_a_sentence_whose_clauses_give_no_heading_is_cut_whole_with_its_voice() -> None:
    source = understood("Le conseil s’est réuni.", "Deux ouvriers ont été blessés dans l’effondrement d’un échafaudage sur le chantier du stade, a indiqué mardi la préfecture.")
    texts = [line.text for line in every_line(source)]
    assert not any("blessés" in text and "selon la préfecture" not in text for text in texts)


@pytest.mark.parametrize("heading", ["Toutes sont saines et sauves", "Certains ont renoncé à leur voyage", "Deux d’entre eux ont été admis en réanimation", "La plupart doivent partir"])
def test_who_is_counted_without_a_noun_heads_nothing(heading: str) -> None:
    assert _QUANTIFIED.match(heading)


def test_a_counted_noun_may_head() -> None:
    assert not _QUANTIFIED.match("Deux ouvriers sont morts") and not _QUANTIFIED.match("Plusieurs routes restent coupées")


def test_sections_that_only_a_label_could_head_are_one() -> None:
    filler = "Il y était encore lundi, et personne ne lui avait dit pourquoi elle l’avait fait, ni ce qu’ils en pensaient, ni comment cela finirait pour eux deux, ce dont il se plaignait souvent. " * 2
    source = understood("La mairie de Marchais ferme la piscine municipale. " + filler, filler, filler)
    assert len(lay_out(source.analysis).sections) == 1


def test_a_denial_is_not_cut_from_what_is_denied() -> None:
    assert not any(line.endswith("mardi") for line in lines("L’ancien caissier Paul Vidal a nié mardi, devant le tribunal correctionnel, avoir détourné la somme."))


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("Les personnages, dit-elle, sont tous inventés, à l’exception de l’institutrice.", "sont tous inventés"),
        ("Le fabricant a annoncé lundi la fermeture, d’ici à juin 2027, de son usine de Marchais, qui emploie 386 personnes dans la vallée.", "la fermeture$"),
        ("L’enquête de la gendarmerie a révélé un élément troublant : les quatre téléphones de la famille se sont éteints le même soir.", "troublant$"),
        ("La commune bénéficie d’un apport régulier en devises étrangères qui lui font défaut depuis le début de la crise.", "régulier$"),
        ("Concernant le port, la région n’a pas changé de politique et refuse de payer les travaux demandés par la ville.", "^La région n’a pas changé de politique$"),
    ],
)
def test_nothing_falls_that_says_who_says_it_or_of_what(sentence: str, never: str) -> None:
    assert not any(re.search(never, text) for text in lines(sentence))


def test_when_it_will_be_falls_inside_the_object() -> None:
    assert "Le fabricant a annoncé la fermeture de son usine de Marchais" in lines("Le fabricant a annoncé lundi la fermeture, d’ici à juin 2027, de son usine de Marchais, qui emploie 386 personnes dans la vallée.")


def test_a_subordinate_clause_that_stays_keeps_its_verb() -> None:
    assert not any("lorsqu" in text for text in lines("Le groupe marchait à pied lorsqu’une plaque de neige, qui s’est décrochée sur quatre cents mètres de dénivelé au-dessus du village, l’a emporté.") if "emporté" not in text)


def _first_headings(title: str, *paragraphs: str) -> list[str]:
    source = understood(*paragraphs, title=title)
    key = focus_keyphrase(source.analysis.article, source.analysis.tokens, source.analysis.sentences)
    laid = Source(lay_out(source.analysis))
    return [c.passages[0].text for c in section_headings(laid, load(), 0, (), Scores(laid, key), "")]


def test_the_title_over_again_heads_nothing() -> None:
    made = _first_headings("Le maire de Marchais ferme la piscine municipale", "Le maire de Marchais ferme la piscine municipale, faute de moyens.")
    assert "Le maire de Marchais ferme la piscine municipale" not in made


def test_one_among_those_told_heads_nothing_and_neither_does_that_somebody_speaks() -> None:
    source = understood(
        "Un travailleur du secteur de la santé a quitté la vallée de Marchais. La neige est tombée toute la nuit.",
        "Les routes sont restées fermées. « La route sera fermée mardi », a déclaré Anne Morel.",
        title="Marchais sous la neige",
    )
    scores = Scores(source, focus_keyphrase(source.analysis.article, source.analysis.tokens, source.analysis.sentences))
    for index in range(len(source.analysis.sections)):
        made = section_headings(source, load(), index, (), scores, "")
        label = max((c.merit[0] for c in made if re.search(r": (?:les|l’essentiel des|le détail des) (?:autres )?(?:faits|éléments)$", c.passages[0].text)), default=1)
        assert not any(c.passages[0].text.startswith("Un travailleur") and c.merit[0] > label for c in made)
        assert not any(c.passages[0].text.startswith("Ce que déclare") and c.merit[0] > PAIR for c in made)


def test_a_prize_keeps_its_winner_and_loses_the_book() -> None:
    texts = [line.text for line in every_line(understood("Le prix Altamer a été attribué lundi à Anne Morel pour Les Eaux vives, un roman sur un village."))]
    assert any("à Anne Morel" in text and "Eaux" not in text for text in texts)
    assert not any("Anne Morel, un roman" in text for text in texts)


def test_two_acts_name_a_section_that_no_clause_heads() -> None:
    source = understood(
        "Les interpellations, menées à l’aube dans trois communes de la vallée par une soixantaine de policiers, ont commencé mardi.",
        "Les perquisitions, qui ont duré jusqu’au soir dans les bureaux et les garages, ont permis la saisie de registres, de montres et de téléphones.",
        title="Fraude aux péages à Marchais",
    )
    key = focus_keyphrase(source.analysis.article, source.analysis.tokens, source.analysis.sentences)
    made = [c.passages[0].text for c in section_headings(Source(replace(source.analysis, sections=(Section(0, 2, ()),))), load(), 0, (), Scores(source, key), "")]
    assert any(text.lower().endswith("les interpellations et les perquisitions") for text in made)


def test_spoken_words_head_nothing() -> None:
    source = understood("Merci, on avait compris depuis lundi matin que la ligne serait fermée. Le trafic reprendra mardi.", title="Grève à Marchais")
    scores = Scores(source, focus_keyphrase(source.analysis.article, source.analysis.tokens, source.analysis.sentences))
    assert not any("on avait" in line.text for line, _ in clause_heads(source, scores, every_line(source), Part(source, scores, 0, 1)))


def test_a_title_keeps_a_comma_between_two_nouns() -> None:
    source = understood("Le conseil municipal s’est réuni lundi soir à la mairie.", title="Cross : championnat de la région à Valmont, Vidal intraitable, la surprise Morel")
    texts = [cut.text for cut in title_cuts(source, "cross")]
    assert texts
    assert not any("région la surprise" in text or "Valmont la surprise" in text for text in texts), texts


def test_a_body_by_a_bare_noun_is_no_subject_of_a_heading() -> None:
    def heads(title: str) -> list[str]:
        source = understood("Le pont de Nolay a été fermé lundi. Le comité refuse toujours les travaux prévus dans la vallée.", title=title)
        scores = Scores(source, focus_keyphrase(source.analysis.article, source.analysis.tokens, source.analysis.sentences))
        return [line.text for line, _ in clause_heads(source, scores, every_line(source), Part(source, scores, 0, 1))]

    assert not any(text.startswith("Le comité refuse") for text in heads("Un pont fermé à Nolay"))
    assert any(text.startswith("Le comité refuse") for text in heads("Un pont fermé à Nolay, un comité s’y oppose"))
