"""What is faithful by itself and not where it stands: names before in the source and before in the block are compared."""

from __future__ import annotations

from seo_fr.check.standing import standing_findings, standing_reasons
from seo_fr.model import Article, Block, Copied, Edit, Keyphrase, Page, Passage, Slot, Span, Templated
from seo_fr.rulebook import load
from tests.articles import titled

FIRMS = titled(
    "Les fabricants de vélos sont en crise",
    "Les fabricants de vélos traversent une crise dans toute l’Europe. Le belge Vélomont a fermé deux usines en Flandre.",
    "Le français Pédalor est dans une situation délicate, après de lourdes pertes. La région a dû soutenir l’entreprise lundi.",
)
RACE = titled(
    "Lotte Verhagen gagne le Tour des Monts",
    "Lotte Verhagen a gagné dimanche le Tour des Monts.",
    "Claire Jaubert a perdu sept secondes dans la descente. Son directeur, Alain Perron, a regretté que la moto d’un photographe ait gêné sa coureuse.",
)


def copied(article: Article, words: str, role: str = "sentence", cut: str = "") -> Passage:
    at = article.text.index(words)
    edits = ()
    text = words
    if cut:
        place = article.text.index(cut, at)
        edits = (Edit("drop", "circonstance", Span(place, place + len(cut)), ""),)
        text = words.replace(cut, "")
    return Passage(f"p{at}-{len(cut)}", role, text, Copied(Span(at, at + len(words)), edits))  # type: ignore[arg-type]


def page(article: Article, *passages: Passage) -> Page:
    assert article.title is not None
    title = Passage("titre", "h1", article.title.of(article.text), Copied(article.title))
    key = Keyphrase("clé", 1.0, ())
    return Page(title, title, title, title, key, (), (Block("conclusion", passages),), 0, article)


def misread(article: Article, *passages: Passage) -> list[str]:
    return [finding.actual for finding in standing_findings(page(article, *passages), article, load())]


def test_the_firm_is_the_one_named_before() -> None:
    belgian = copied(FIRMS, "Le belge Vélomont a fermé deux usines en Flandre.")
    french = copied(FIRMS, "Le français Pédalor est dans une situation délicate, après de lourdes pertes.")
    helped = copied(FIRMS, "La région a dû soutenir l’entreprise lundi.")
    assert misread(FIRMS, belgian, helped) and misread(FIRMS, helped)
    assert not misread(FIRMS, belgian, french, helped)


def test_the_firm_of_the_affair_is_known() -> None:
    article = titled(
        "Pédalor ferme une usine",
        "L’entreprise Pédalor a fermé une usine lundi.",
        "Le maire de Lens, Paul Morel, a regretté ce choix. La région a dû soutenir l’entreprise lundi.",
    )
    assert not misread(article, copied(article, "La région a dû soutenir l’entreprise lundi."))


def test_the_town_is_the_one_named_before() -> None:
    article = titled(
        "Les rebelles reculent",
        "Les rebelles reculent sur plusieurs fronts. Plus au sud, l’armée a repris Marnas et ses ponts.",
        "La cible suivante semblait être Torvel, au nord du fleuve. L’armée a resserré le siège de la ville.",
    )
    siege = copied(article, "L’armée a resserré le siège de la ville.")
    assert misread(article, copied(article, "Plus au sud, l’armée a repris Marnas et ses ponts."), siege)
    assert not misread(article, copied(article, "La cible suivante semblait être Torvel, au nord du fleuve."), siege)


def test_a_noun_that_says_which_is_known() -> None:
    article = titled("Le budget est voté", "Le conseil a voté le budget.", "Le maire de Torvel était absent. La ville de Lens a payé et le gouvernement français a applaudi.")
    assert not misread(article, copied(article, "La ville de Lens a payé et le gouvernement français a applaudi."))


def test_his_rider_is_the_one_named_before() -> None:
    lead = copied(RACE, "Lotte Verhagen a gagné dimanche le Tour des Monts.")
    lost = copied(RACE, "Claire Jaubert a perdu sept secondes dans la descente.")
    said = copied(RACE, "Alain Perron, a regretté que la moto d’un photographe ait gêné sa coureuse.")
    assert misread(RACE, lead, said)
    assert not misread(RACE, lead, lost, said)


def reasons(article: Article, passage: Passage) -> list[str]:
    return [reason.id for reason in standing_reasons(passage, article, load())]


def test_what_an_army_does_its_president_does_not() -> None:
    article = titled("La guerre", "Dans le nord, l’armée du président Paul Morel avance sur deux fronts. Le ministre de l’Intérieur Jean Vidal a démissionné.")
    assert reasons(article, copied(article, "l’armée du président Paul Morel avance sur deux fronts.", cut="l’armée du président ")) == ["autrui"]
    assert reasons(article, copied(article, "Le ministre de l’Intérieur Jean Vidal a démissionné.", cut="Le ministre de l’Intérieur ")) == []


def test_an_old_fine_keeps_its_year() -> None:
    article = titled("Le club achète", "Le club a été condamné en 2014 à une amende. Il a payé.")
    assert reasons(article, copied(article, "Le club a été condamné en 2014 à une amende.", cut=" en 2014")) == ["annee"]


def test_a_speech_keeps_what_it_is_about() -> None:
    article = titled("La loi", "Paul Morel a ajouté que trop interdire, « c’est mauvais à la fin ». « C’est un bon texte », a dit Jean Vidal.")

    def said(quote: str, name: str) -> Passage:
        at, who = article.text.index(quote), article.text.index(name)
        slots = (Slot("nom", name, (Span(who, who + len(name)),)), Slot("citation", quote, (Span(at, at + len(quote)),)))
        return Passage("q", "bullet", f"{name} : {quote}", Templated("who/x", slots))

    assert reasons(article, said("« c’est mauvais à la fin »", "Paul Morel")) == ["citation-coupee"]
    assert reasons(article, said("« C’est un bon texte »", "Jean Vidal")) == []


def test_a_heading_is_no_wider_than_its_place() -> None:
    article = titled("Les barrages continuent", "Les barrages continuent lundi. Des rues sont fermées.", "Vers 18 h, à Torvel (Orne), les agriculteurs ont rejoint les barrages.")
    assert reasons(article, copied(article, "les agriculteurs ont rejoint les barrages", "h2")) == ["portee"]
    assert reasons(article, copied(article, "à Torvel (Orne), les agriculteurs ont rejoint les barrages", "h2")) == []


def test_a_filler_may_fall_and_nothing_else_with_it() -> None:
    from seo_fr.check.fidelity import check_passage

    article = titled("Le budget", "Le maire de Lens a voté le budget. Ces armes appartenaient bel et bien, selon la police, à la famille Morel.")
    whole = "Ces armes appartenaient bel et bien, selon la police, à la famille Morel."
    assert not check_passage(copied(article, whole, cut=" bel et bien"), article, load())
    assert check_passage(copied(article, whole, cut=", selon la police,"), article, load())


def test_an_opinion_is_no_heading() -> None:
    article = titled("Le conseil débat", "Le conseil débat lundi. Des élus sont venus.", "Pour Paul Morel, l’absence de contrôle est le problème principal. L’absence de pluie inquiète la ville.")
    assert reasons(article, copied(article, "l’absence de contrôle", "h2")) == ["avis"]
    assert reasons(article, copied(article, "L’absence de pluie", "h2")) == []


def test_a_label_is_true_of_what_stands_under_it() -> None:
    article = titled("Le budget", "Le texte punit les abus d’une amende. Le conseil se réunira lundi. Anne Morel a regretté ce vote.")
    said = copied(article, "Anne Morel a regretté ce vote.")
    law, date = copied(article, "Le texte punit les abus d’une amende."), copied(article, "Le conseil se réunira lundi.")

    def labelled(label: str, *passages: Passage) -> list[str]:
        heading = Passage("h", "h2", label, Copied(Span(0, 9)))
        made = page(article)
        from dataclasses import replace

        return [f.rule for f in standing_findings(replace(made, blocks=(Block("conclusion", passages, heading),)), article, load())]

    assert labelled("Budget : la suite", law) == ["fidelite-etiquette"] and labelled("Budget : la suite", date) == []
    assert labelled("Budget : les points de désaccord", law) == ["fidelite-etiquette"]
    assert labelled("Jean Vidal : les déclarations", said) == ["fidelite-etiquette"] and labelled("Anne Morel : les déclarations", said) == []


def test_the_victims_are_those_of_the_place_told_of() -> None:
    article = titled(
        "Des émeutes dans les prisons",
        "Quatre détenus ont été tués dimanche dans la prison de Marnas.",
        "Dans une prison de Torvel, trente détenus sont morts. Les victimes ont été retrouvées dans la cour.",
    )
    victims = copied(article, "Les victimes ont été retrouvées dans la cour.")
    assert misread(article, copied(article, "Quatre détenus ont été tués dimanche dans la prison de Marnas."), victims)
    assert not misread(article, copied(article, "Dans une prison de Torvel, trente détenus sont morts."), victims)


def test_a_rank_is_not_cut_in_two() -> None:
    from seo_fr.check.edits import edit_reasons

    article = titled("La course", "Anne Morel termine en 4 e position de la course de Lens.")
    at = article.text.index("en 4 ")
    assert edit_reasons(Edit("drop", "circonstance", Span(at, at + 5), ""), article, load())


def test_the_driver_is_presented_first() -> None:
    article = titled("Des incidents dans les bus", "Les incidents dans les bus augmentent.", "Un chauffeur de Lens a été agressé en août. Le chauffeur a pris sa retraite.")
    retired = copied(article, "Le chauffeur a pris sa retraite.")
    assert misread(article, retired)
    assert not misread(article, copied(article, "Un chauffeur de Lens a été agressé en août."), retired)


def test_trees_that_fell_abroad() -> None:
    article = titled("Une tempête dans le nord", "Une tempête a frappé le nord du pays.", "La tempête a aussi frappé le Portugal, où les vents ont forci. On déplore de nombreux arbres couchés sur les routes.")
    trees = copied(article, "On déplore de nombreux arbres couchés sur les routes.")
    assert misread(article, trees)
    assert not misread(article, copied(article, "La tempête a aussi frappé le Portugal, où les vents ont forci."), trees)


def test_a_joint_is_not_left_hanging() -> None:
    from seo_fr.check.edits import edit_reasons

    article = titled("La tempête", "La tempête a frappé le nord mercredi et surtout jeudi 23 février.")
    at = article.text.index(" jeudi 23 février")
    assert edit_reasons(Edit("drop", "jour", Span(at, at + 17), ""), article, load())
    at = article.text.index(" mercredi et surtout jeudi 23 février")
    assert not edit_reasons(Edit("drop", "jour", Span(at, at + 37), ""), article, load())
