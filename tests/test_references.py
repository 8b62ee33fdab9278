"""What « il », « son avocat », « cette mesure » mean: said where it is certain, left alone where it is not, and verified by the second reader."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seo_fr.check.edits import edit_reasons
from seo_fr.model import Article, Edit, Span
from seo_fr.propose.refer import named_after
from seo_fr.propose.tell import Source, run_telling, sentence_telling, tellings
from seo_fr.rulebook import load
from tests.articles import article, understood


def told(index: int, *paragraphs: str) -> str:
    """The sentence told alone, with the second reader's consent; empty where it is not told."""
    source = understood(*paragraphs)
    telling = sentence_telling(source, index)
    if telling is None:
        return ""
    for edit in telling.edits:
        assert edit_reasons(edit, source.analysis.article, load()) == (), edit
    return telling.text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        ("Paul Morvan a présenté un plan de relance mercredi.", "Il a promis deux cents emplois.", "Paul Morvan a promis deux cents emplois."),
        ("Une assemblée générale des dockers se tiendra vendredi.", "Elle décidera de la suite du mouvement.", "L’assemblée générale des dockers décidera de la suite du mouvement."),
        ("Le prix moyen du gazole a atteint deux euros en mars.", "Il a augmenté de 5 % en un an.", "Le prix moyen du gazole a augmenté de 5 % en un an."),
        ("La commission électorale a nié toute fraude.", "Sa présidente, Rose Maillard, a publié les procès-verbaux.", "La présidente de la commission électorale, Rose Maillard, a publié les procès-verbaux."),
        ("Paul Morvan est mort dimanche dans un hôpital de Nantes.", "La nouvelle a été annoncée par son fils lundi.", "La nouvelle a été annoncée par le fils de Paul Morvan lundi."),
        ("Le seuil de représentativité est fixé à 8 % dans les branches.", "Ce seuil est porté à 10 % dans les entreprises.", "Le seuil de représentativité est porté à 10 % dans les entreprises."),
        ("Le navigateur Paul Morvan a gagné la course des îles.", "Ce dernier avait déjà remporté la régate de Brest.", "Paul Morvan avait déjà remporté la régate de Brest."),
        ("La ministre de la Santé, Anne Kerbrat, a ouvert les débats.", "La ministre a rappelé le nombre de lits fermés.", "La ministre Anne Kerbrat a rappelé le nombre de lits fermés."),
        ("Le groupe norvégien Fjordal a perdu dix millions. Fjordal vise l’équilibre en juin.", "Le groupe réalise deux milliards de ventes.", "Le groupe Fjordal réalise deux milliards de ventes."),
        ("Lotte Maillard tient son premier succès dans une course par étapes.", "Elle sera l’une des favorites des championnats.", "Lotte Maillard sera l’une des favorites des championnats."),
        ("Le marchand d’art a été condamné à une amende de 3.000 euros.", "Il a été reconnu coupable d’escroquerie.", "Le marchand d’art a été reconnu coupable d’escroquerie."),
        ("Paul Morvan a ouvert le score dès la première minute.", "Son compère Yann Maillard a doublé la mise avant la pause.", "Yann Maillard a doublé la mise avant la pause."),
        ("Les conducteurs de bus de Lens ont voté la grève.", "Ils réclament une hausse de 120 euros.", "Les conducteurs de bus de Lens réclament une hausse de 120 euros."),
        ("La directrice, Anne Kerbrat, a reçu les grévistes mardi.", "« Nous ne céderons pas », a-t-elle déclaré.", "« Nous ne céderons pas », a déclaré Anne Kerbrat."),
    ],
)
def test_what_is_certain_is_named(before: str, sentence: str, expected: str) -> None:
    last = before.count(". ") + 1
    assert told(last, f"{before} {sentence}") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Après avoir repris l’est de la ville le 4 mai, l’armée avance vers le port.",
        "Paul Morvan l’emporterait avec 57 % des voix.",
        "Le conseil construira cinq foyers dans la ville pour y loger des étudiants.",
        "Une journaliste a voté quatre fois à Lens, alors qu’elle avait déjà pu le faire deux fois en mars.",
    ],
)
def test_what_leans_on_nothing_is_told_as_it_stands(sentence: str) -> None:
    assert told(0, sentence) == sentence


def test_a_then_that_dates_a_deed_does_not_fall() -> None:
    assert told(1, "Paul Morvan a vendu le port en 2010. Il avait alors été critiqué par les dockers de Brest.") == ""


@pytest.mark.parametrize(
    ("title", "paragraphs", "index", "expected"),
    [
        ("Mort de la navigatrice Anne Kerbrat", ("La navigatrice Anne Kerbrat est morte lundi. Sa carrière commence en 1998.", "En 2008, elle remporte la course des îles."), 2, "En 2008, Anne Kerbrat remporte la course des îles."),
        ("Paul Morvan élu président de la ligue", ("Paul Morvan a été élu lundi.", "Lors de l’élection de 2013, il avait battu le maire de Lens."), 1, "Lors de l’élection de 2013, Paul Morvan avait battu le maire de Lens."),
    ],
)
def test_the_article_s_own_person_goes_on(title: str, paragraphs: tuple[str, ...], index: int, expected: str) -> None:
    source = understood(*paragraphs, title=title)
    number = next(i for i, s in enumerate(source.analysis.sentences) if s.paragraph >= 0) + index
    telling = sentence_telling(source, number)
    assert telling is not None and telling.text.replace("\u00a0", " ") == expected
    for edit in telling.edits:
        assert edit_reasons(edit, source.analysis.article, load()) == (), edit


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("Paul Morvan a critiqué le bilan de la maire.", "Il dresse un portrait sévère de son mandat et l’accuse de mensonge."),  # whose mandate
        ("Paul Morvan a rencontré Luc Ferrec mercredi.", "Il a promis deux cents emplois."),  # two men
        ("Le directeur a présenté le projet au conseil.", "Il prévoit une réouverture en avril."),  # a project foresees as well
        ("Le camion a percuté le mur de la gare.", "Il a été détruit."),  # two things
        ("Paul Morvan a rencontré Luc Ferrec mercredi.", "Ce dernier a promis deux cents emplois."),
        ("Paul Morvan a accusé Anne Kerbrat de négligence.", "Son avocat a déposé plainte."),  # his or hers
        ("La ligue soutient l’association des usagers du port.", "Sa présidente, Rose Maillard, a publié un rapport."),
        ("Le chiffre d’affaires du groupe a augmenté. À l’international, il a progressé de 15 %.", "En France, il a reculé de 2 %."),  # not of what is only where
        ("Le conseil a voté une mesure de soutien et une mesure de contrôle.", "Cette mesure entre en vigueur en juin."),
    ],
)
def test_what_may_be_two_is_not_named(before: str, sentence: str) -> None:
    text = told(1, f"{before} {sentence}")
    assert not any(name in text for name in ("Morvan", "Ferrec", "Kerbrat", "directeur", "projet", "camion", "mur", "ligue", "usagers", "soutien", "contrôle")), text


def test_a_chain_of_pronouns_goes_on() -> None:
    assert told(2, "Anne Kerbrat dirige le chantier depuis mars. Elle a promis de finir en juin. Elle a embauché douze ouvriers.").startswith("Anne Kerbrat a embauché")


def test_what_looks_ahead_is_left_alone() -> None:
    assert "Paul Morvan" not in told(1, "Un marin breton a observé la comète. Alors qu’il testait une lunette, Luc Ferrec a vu un point brillant.")


def test_elision_is_undone() -> None:
    source = understood("Paul Morvan a perdu le référendum dimanche. Les électeurs ont rejeté la réforme qu’il proposait depuis mars.")
    telling = sentence_telling(source, 1)
    assert telling is None or "qu’il" not in telling.text or "Paul Morvan" not in telling.text
    assert telling is None or "que Paul Morvan proposait" in telling.text


def test_a_run_names_what_leans_further_back() -> None:
    source = understood("Anne Kerbrat dirige le port de Brest. Le trafic des conteneurs a doublé en dix ans. Elle a annoncé deux grues. Elle a aussi promis un quai.")
    first = sentence_telling(source, 1, joined=True)
    assert first is not None
    assert all("Elle a annoncé" not in run.text for run in run_telling(source, first))


def test_quoted_words_are_never_touched() -> None:
    source = understood("Paul Morvan a présenté le budget. « Il faut qu’il soit voté », a lancé Anne Kerbrat.")
    for clause in source.analysis.clauses:
        for telling in tellings(source, clause):
            assert "« Il faut que" not in telling.text


TWO = article("Paul Morvan a reçu Luc Ferrec mercredi. Il a promis deux emplois. Son avocat a parlé. Anne Kerbrat préside la mairie. Elle a refusé cette mesure.")


def refused(source: Article, before: str, after: str, occurrence: int = 0) -> bool:
    at = -1
    for _ in range(occurrence + 1):
        at = source.text.index(before, at + 1)
    return bool(edit_reasons(Edit("reference", "essai", Span(at, at + len(before)), after), source, load()))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Il", "Paul Morvan"),  # Luc Ferrec stands there too
        ("Il", "Anne Kerbrat"),  # a woman, and named later
        ("Elle", "Paul Morvan"),
        ("Son avocat", "L’avocat de Paul Morvan"),
        ("Son avocat", "La mère de Paul Morvan"),
        ("Son avocat", "La avocat de Paul Morvan"),
        ("cette mesure", "la mesure du conseil"),  # nowhere said
        ("cette mesure", "la mairie de Paul Morvan"),
    ],
)
def test_the_second_reader_refuses(before: str, after: str) -> None:
    assert refused(TWO, before, after)


def test_an_office_goes_with_the_name_that_holds_it() -> None:
    source = article("Le maire de Brest, Paul Morvan, a reçu le préfet, Luc Ferrec. Le maire a parlé. Le préfet a répondu.")

    def put(after_words: str, name: str) -> bool:
        at = source.text.index(after_words) + len(after_words) - 2
        return not edit_reasons(Edit("reference", "essai", Span(at, at), f" {name}"), source, load())

    assert put("Le maire a", "Paul Morvan")
    assert put("Le préfet a", "Luc Ferrec")
    assert not put("Le maire a", "Luc Ferrec")


def test_the_second_reader_lets_the_right_ones_pass() -> None:
    assert not refused(TWO, "Elle", "Anne Kerbrat")
    one = article("Le conseil a voté la mesure de soutien au port. Les élus contestent le coût de cette mesure.")
    assert not refused(one, "de cette mesure", "de la mesure de soutien")


def test_a_bare_subject_takes_its_fuller_phrase() -> None:
    assert (
        told(1, "Une association de consommateurs de Lens conteste les chiffres. L’association réclame la publication des marges de chaque enseigne.")
        == "L’association de consommateurs de Lens réclame la publication des marges de chaque enseigne."
    )
    assert told(2, "Le conseil de Lens a voté le projet de tramway. Le maire a parlé. Le projet prévoit douze stations.") == "Le projet de tramway prévoit douze stations."


def test_a_bare_subject_that_may_be_two_things_stays_bare() -> None:
    assert told(2, "Le projet de tramway est voté. Le projet de parc est refusé. Le projet prévoit douze stations.") in ("", "Le projet prévoit douze stations.")
    assert told(1, "La foule suit la course au titre. La course dure deux heures.") in ("", "La course dure deux heures.")


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        # the newspaper says in brackets who is meant
        ("L’Union européenne (UE) a signé un accord avec la Norlande.", "Elle [l’UE] vient d’annoncer de nouveaux tarifs.", "L’UE vient d’annoncer de nouveaux tarifs."),
        ("Paul Morvan a reçu Yann Maillard à la mairie.", "Il (Paul Morvan) a promis deux cents emplois.", "Paul Morvan a promis deux cents emplois."),
        ("La Norlande a signé un accord.", "Elle [les ports] a annoncé de nouveaux tarifs.", ""),
        # what only takes up the sentence before falls
        ("Une équipe a trouvé le bacille chez des loutres.", "À la suite de cette découverte, les médecins de Brest examinent les phoques.", "Les médecins de Brest examinent les phoques."),
        ("Une équipe a trouvé le bacille chez des loutres.", "À la suite de cette découverte, trois médecins de Brest ont été tués.", ""),
        ("La Norlande a signé un accord.", "Odile Perrache avait précédemment été ministre des Transports.", "Odile Perrache avait été ministre des Transports."),
        ("La Norlande a signé un accord.", "Odile Perrache avait, deux ans auparavant, quitté le parti.", ""),
        # what goes on from « que » has the grammar of the sentence
        ("La Norlande a signé un accord.", "Odile Perrache affirme que « son parti a été trahi par la majorité ».", "Odile Perrache affirme que « son parti a été trahi par la majorité »."),
        ("La Norlande a signé un accord.", "Odile Perrache affirme : « Son parti a été trahi par la majorité ».", ""),
        # somebody behind the comma is meant
        ("Un astronome amateur argentin a observé la naissance d’une étoile.", "Alors qu’il testait un télescope à Brest, Victor Maillard remarque un point faible.", "Alors qu’il testait un télescope à Brest, Victor Maillard remarque un point faible."),
    ],
)
def test_said_by_the_sentence_itself(before: str, sentence: str, expected: str) -> None:
    assert told(1 + before.count(". "), f"{before} {sentence}") == expected


def test_one_of_two_is_not_the_only_one() -> None:
    source = understood("Les industriels de Lens comme Alpha ou Bêta sont devenus les premiers clients du noyau.")
    assert all(not telling.text.startswith("Bêta") for clause in source.analysis.clauses for telling in tellings(source, clause))


def test_a_link_behind_a_colon_takes_its_comma_along() -> None:
    text = "La réforme de Brest tombe mal pour Paul Morvan : en effet, les députés de Brest préparent des élections."
    assert told(0, text) == "La réforme de Brest tombe mal pour Paul Morvan : les députés de Brest préparent des élections."


MAIN = ("Mort du chanteur Paul Morvan", "Le journaliste et chanteur Paul Morvan est décédé lundi à Brest.")


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        ("", "Il avait 82 ans.", "Paul Morvan avait 82 ans."),
        ("Il avait 82 ans.", "Passionné de piano, il commence par travailler dans une radio.", "Passionné de piano, Paul Morvan commence par travailler dans une radio."),
        # somebody else, or something that may be meant, has been spoken of
        ("Le pianiste Yann Maillard est venu.", "Il avait 82 ans.", "Yann Maillard avait 82 ans."),
        ("Le dernier disque est sorti en mars.", "Il a reçu un prix.", ""),
        ("Il avait écrit un opéra.", "Il a reçu un prix.", ""),
    ],
)
def test_the_one_person_of_the_title_goes_on(before: str, sentence: str, expected: str) -> None:
    title, lede = MAIN
    source = understood(" ".join(part for part in (lede, before, sentence) if part), title=title)
    telling = next((telling for index, one in enumerate(source.analysis.sentences) if one.span.of(source.text).strip() == sentence and (telling := sentence_telling(source, index))), None)
    assert (telling.text.replace("\u00a0", " ") if telling else "") == expected


def test_the_name_of_who_spoke_stands_behind_a_participle_taken_for_a_noun() -> None:
    source = understood("La comptable Viviane Roque s’est effondrée en larmes. « On me disait que c’était pour un chantier », a-t-elle bredouillé.")
    at = source.text.index("-t-elle")
    tokens = tuple(replace(token, pos="NOUN") if token.span.of(source.text) == "bredouillé" else token for token in source.analysis.tokens)
    misread = Source(replace(source.analysis, tokens=tokens))
    place = Span(at, at + len("-t-elle"))
    edits = named_after(misread, place, len(source.text), "Viviane Roque")
    assert [edit.after for edit in edits] == ["", " Viviane Roque"] and edits[1].span.start == source.text.index("bredouillé") + len("bredouillé")


@pytest.mark.parametrize(
    ("lede", "sentence", "expected"),
    [
        ("Jean Hébert a parlé lundi à Lens.", "La mairie de Lens annonce qu’Hébert réunira les syndicats.", "La mairie de Lens annonce que Jean Hébert réunira les syndicats."),
        ("Étienne Morvan a parlé lundi à Lens.", "La mairie de Lens annonce que Morvan réunira les syndicats.", "La mairie de Lens annonce qu’Étienne Morvan réunira les syndicats."),
        ("Jean Hébert a parlé lundi à Lens.", "La mairie de Lens salue le courage d’Hébert.", "La mairie de Lens salue le courage de Jean Hébert."),
    ],
)
def test_the_whole_name_elides_as_it_begins(lede: str, sentence: str, expected: str) -> None:
    assert told(1, f"{lede} {sentence}") == expected


@pytest.mark.parametrize(
    ("title", "body", "index", "expected"),
    [
        ("Un cycliste tué à Brest", "Un cycliste est mort lundi dans une collision à Brest. La rue a rouvert à midi. Ce drame a relancé le débat sur les pistes cyclables.", 2, "Le drame a relancé le débat sur les pistes cyclables."),
        ("Brest bat Lens 3-1", "Brest a battu Lens samedi. Les supporters ont chanté. Avec cette victoire, Brest remonte à la quatrième place.", 2, "Brest remonte à la quatrième place."),
        ("Lens : le maire quitte son poste", "Le maire de Lens a quitté son poste mardi. Un rapport critique a été publié lundi. L’adjoint Paul Morvan a démissionné mercredi à la suite de cette publication.", 2, "L’adjoint Paul Morvan a démissionné mercredi."),
        ("Brest : trois hommes écroués", "Trois hommes ont été écroués samedi à Brest. Pour l’avocate Anne Kerbrat, ces arrestations sont « un soulagement ».", 1, "Pour l’avocate Anne Kerbrat, les arrestations sont « un soulagement »."),
    ],
)
def test_the_event_of_the_news_is_known(title: str, body: str, index: int, expected: str) -> None:
    source = understood(body, title=title)
    first = next(i for i, sentence in enumerate(source.analysis.sentences) if sentence.paragraph >= 0)
    telling = sentence_telling(source, first + index)
    assert telling is not None and telling.text.replace("\u00a0", " ") == expected
    for edit in telling.edits:
        assert edit_reasons(edit, source.analysis.article, load()) == (), edit


@pytest.mark.parametrize(
    ("title", "body", "index"),
    [
        ("Un cycliste tué à Brest", "Un cycliste est mort lundi à Brest. En 2015, un car était tombé dans la Penfeld. Ce drame avait ému la ville.", 2),  # the other one
        ("Brest rénove son port", "La mairie de Brest rénove le port. Les grues ont été vendues. Ce drame a relancé le débat sur le port.", 2),  # nothing told of it
        ("Brest : un homme jugé", "Un homme est jugé lundi à Brest. Le procureur réclame dix ans. Le maire n’a pas démissionné à la suite de cette audience.", 2),  # a denial
    ],
)
def test_another_event_or_none_is_not_the_news(title: str, body: str, index: int) -> None:
    source = understood(body, title=title)
    first = next(i for i, sentence in enumerate(source.analysis.sentences) if sentence.paragraph >= 0)
    telling = sentence_telling(source, first + index)
    assert telling is None or "drame" not in telling.text and telling.text != "Le maire n’a pas démissionné."


def test_the_second_reader_knows_the_event_by_the_news_alone() -> None:
    source = article("Un cycliste est mort lundi à Brest. Ce drame a ému la ville. Cette tempête a duré.")
    assert not refused(source, "Ce drame", "Le drame")
    assert refused(source, "Cette tempête", "La tempête")


def test_what_somebody_is_does_not_rival_his_name() -> None:
    assert told(1, "« Nous tiendrons », résume Paul Morvan, onze ans de maison, secrétaire de la section. Il réclame le retrait du projet.") == "Paul Morvan réclame le retrait du projet."
    assert told(2, "Le parquet a saisi une association de Lens. Pour l’avocate de 12 familles, Me Anne Kerbrat, ces aveux sont « un soulagement, mais pas une fin ». Elle reproche aux banques de refuser tout remboursement.") == (
        "Anne Kerbrat reproche aux banques de refuser tout remboursement."
    )


def test_four_of_whom_is_not_told() -> None:
    source = understood("Neuf blessés sont dans un état grave et quatre ont été transportés par hélicoptère vers Brest.")
    assert not any(telling.text.startswith("Quatre") for clause in source.analysis.clauses for telling in tellings(source, clause))


def test_an_enquiry_against_him_says_whom() -> None:
    assert "son encontre" not in told(1, "Le parquet de Brest a réuni la presse. Une enquête a été ouverte à son encontre lundi.")


def test_whose_the_sentence_itself_tells() -> None:
    assert "Anne Morvan" in told(1, "Un livre sort lundi. Le cinéaste Paul Morvan décrit sa fille, Anne Morvan, comme « têtue » dans un entretien.")
    assert "prédécesseur" in told(0, "Le président Paul Morvan a demandé le retrait de la loi votée sous son prédécesseur Luc Ferrec.")
    assert "domicile" in told(0, "Un postier travaillant sur le site de Lens a été retrouvé mort à son domicile.")
    assert "sa fille" not in told(1, "Luc Ferrec est jugé à Lens. Le procureur Paul Morvan a décrit sa fille comme « têtue ».")


def test_against_whom_is_said() -> None:
    assert told(1, "Le conseiller Paul Morvan a été suspendu lundi. Une enquête a été ouverte à son encontre par le parquet de Brest.") == "Une enquête a été ouverte à l’encontre de Paul Morvan par le parquet de Brest."
    assert told(1, "Le conseiller Paul Morvan a reçu Luc Ferrec lundi. Une enquête a été ouverte à son encontre par le parquet de Brest.") == ""
