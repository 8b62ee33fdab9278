"""What the grammar gate catches: planted faults, each beside its right form, judged by LanguageTool under the policy and by our own forms.

    python benchmarks/grammar_gate.py            # the table of docs/languagetool.md
    python benchmarks/grammar_gate.py --times    # cold, warm and cached times of a 600-word text, memory of the server
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from seo_fr.check.forms import malformed
from seo_fr.check.grammar import open_gate
from seo_fr.check.provision import cache_dir
from seo_fr.rulebook import load

# kind, faulty, right
FAULTS: tuple[tuple[str, str, str], ...] = (
    ("sujet-verbe", "Des attaques a eu lieu dans la nuit.", "Des attaques ont eu lieu dans la nuit."),
    ("sujet-verbe", "Le président ont annoncé une réforme.", "Le président a annoncé une réforme."),
    ("sujet-verbe", "Les États-Unis accuse la Chine.", "Les États-Unis accusent la Chine."),
    ("sujet-verbe", "La ministre de la Santé et le maire a visité l’hôpital.", "La ministre de la Santé et le maire ont visité l’hôpital."),
    ("sujet-verbe", "Trois personnes est mortes dans l’accident.", "Trois personnes sont mortes dans l’accident."),
    ("sujet-verbe", "Les habitants, évacués lundi, revient chez eux.", "Les habitants, évacués lundi, reviennent chez eux."),
    ("sujet-verbe", "Ils a quitté la salle.", "Ils ont quitté la salle."),
    ("sujet-verbe", "La tempête ont privé 3 000 foyers d’électricité.", "La tempête a privé 3 000 foyers d’électricité."),
    ("participe", "Trois personnes ont été blessé dans l’explosion.", "Trois personnes ont été blessées dans l’explosion."),
    ("participe", "La loi a été adopté par le Sénat.", "La loi a été adoptée par le Sénat."),
    ("participe", "Les négociations sont interrompu depuis mardi.", "Les négociations sont interrompues depuis mardi."),
    ("participe", "Le texte a été votées hier soir.", "Le texte a été voté hier soir."),
    ("participe", "Les sinistrés se sont réfugié dans un gymnase.", "Les sinistrés se sont réfugiés dans un gymnase."),
    ("participe", "L’équipe est sorti de la compétition.", "L’équipe est sortie de la compétition."),
    ("déterminant", "Le explosion a fait deux morts.", "L’explosion a fait deux morts."),
    ("déterminant", "La drone a été abattu.", "Le drone a été abattu."),
    ("déterminant", "Un réunion est prévue jeudi.", "Une réunion est prévue jeudi."),
    ("déterminant", "Cette accord sera signé demain.", "Cet accord sera signé demain."),
    ("déterminant", "Des attaque ont visé la ville.", "Des attaques ont visé la ville."),
    ("déterminant", "Deux attaque ont visé la ville.", "Deux attaques ont visé la ville."),
    ("déterminant", "Chaque habitants recevra une aide.", "Chaque habitant recevra une aide."),
    ("déterminant", "Les 12 million d’habitants sont concernés.", "Les 12 millions d’habitants sont concernés."),
    ("déterminant", "Ce homme a été condamné.", "Cet homme a été condamné."),
    ("adjectif", "De nouveau sanctions sont prévues.", "De nouvelles sanctions sont prévues."),
    ("adjectif", "La réponse européen se fait attendre.", "La réponse européenne se fait attendre."),
    ("adjectif", "Les forces ukrainienne avancent.", "Les forces ukrainiennes avancent."),
    ("adjectif", "Une enquête judiciaires est ouverte.", "Une enquête judiciaire est ouverte."),
    ("élision", "Le Iran dément toute implication.", "L’Iran dément toute implication."),
    ("élision", "Le ministre dit que il partira.", "Le ministre dit qu’il partira."),
    ("élision", "Le chef de État a parlé.", "Le chef de l’État a parlé."),
    ("élision", "Le soutien de Emmanuel Macron est acquis.", "Le soutien d’Emmanuel Macron est acquis."),
    ("élision", "Si il gagne, il restera.", "S’il gagne, il restera."),
    ("élision", "Il se agit d’un accident.", "Il s’agit d’un accident."),
    ("élision", "L’Hamas rejette la proposition.", "Le Hamas rejette la proposition."),
    ("élision", "L’héros de la soirée a marqué trois buts.", "Le héros de la soirée a marqué trois buts."),
    ("élision", "La population d’Hongrie vote dimanche.", "La population de Hongrie vote dimanche."),
    ("contraction", "Le président de les États-Unis arrive à Paris.", "Le président des États-Unis arrive à Paris."),
    ("contraction", "Une aide à le Mali a été votée.", "Une aide au Mali a été votée."),
    ("contraction", "Le ministre de le Travail a démissionné.", "Le ministre du Travail a démissionné."),
    ("contraction", "Ils répondent à les critiques.", "Ils répondent aux critiques."),
    ("contraction", "Le sommet a lieu au le Caire.", "Le sommet a lieu au Caire."),
    ("préposition", "Le président se rend en Japon.", "Le président se rend au Japon."),
    ("préposition", "Il vit à États-Unis depuis 2010.", "Il vit aux États-Unis depuis 2010."),
    ("préposition", "Le match se joue au France.", "Le match se joue en France."),
    ("préposition", "La Russie nie de avoir bombardé la ville.", "La Russie nie avoir bombardé la ville."),
    ("article manquant", "Président a signé le décret.", "Le président a signé le décret."),
    ("article manquant", "Elle accuse gouvernement de mentir.", "Elle accuse le gouvernement de mentir."),
    ("article manquant", "Iran a nié ces accusations.", "L’Iran a nié ces accusations."),
    ("mot répété", "La ville est est privée d’eau.", "La ville est privée d’eau."),
    ("mot répété", "Il demande l’arrêt de de la grève.", "Il demande l’arrêt de la grève."),
    ("mot répété", "Le le procès reprend lundi.", "Le procès reprend lundi."),
    ("conjugaison", "Il faut que le pays fait des efforts.", "Il faut que le pays fasse des efforts."),
    ("conjugaison", "Le tribunal a condamner l’entreprise.", "Le tribunal a condamné l’entreprise."),
    ("conjugaison", "Le maire va démissionné.", "Le maire va démissionner."),
    ("conjugaison", "Ils croivent à la victoire.", "Ils croient à la victoire."),
    ("conjugaison", "Pourquoi la Russie nient-elle ?", "Pourquoi la Russie nie-t-elle ?"),
    ("typographie", "La ville , assiégée, résiste.", "La ville, assiégée, résiste."),
    ("typographie", "Le ministre a dit « non à la réforme.", "Le ministre a dit « non à la réforme »."),
    ("typographie", "Selon lui, Le texte sera voté.", "Selon lui, le texte sera voté."),
    ("typographie", "Le texte  sera voté.", "Le texte sera voté."),
)


def table() -> None:
    book = load()
    faulty = [fault for _kind, fault, _right in FAULTS]
    right = [text for _kind, _fault, text in FAULTS]
    with open_gate(book=book) as gate:
        matches, false_alarms = gate.reject(faulty), gate.reject(right)
        version = gate.version
    counts: dict[str, list[int]] = {}
    print("| genre | phrase fautive | LanguageTool | nos formes |\n|---|---|---|---|")
    for (kind, fault, _right), found in zip(FAULTS, matches, strict=True):
        own = malformed(fault, book)
        row = counts.setdefault(kind, [0, 0, 0, 0])
        row[0] += 1
        row[1] += bool(found)
        row[2] += bool(own)
        row[3] += bool(found or own)
        print(f"| {kind} | {fault} | {', '.join(m.rule for m in found) or '—'} | {', '.join(m.rule.removeprefix('forme-') for m in own) or '—'} |")
    print("\n| genre | fautes | LanguageTool | nos formes | l’un ou l’autre |\n|---|---|---|---|---|")
    for kind, row in [*counts.items(), ("**toutes**", [sum(column) for column in zip(*counts.values(), strict=True)])]:
        print(f"| {kind} | {row[0]} | {row[1]} | {row[2]} | {row[3]} |")
    print(f"\nLanguageTool {version}. Formes justes rejetées à tort :")
    for text, found in zip(right, false_alarms, strict=True):
        for match in (*found, *malformed(text, book)):
            print(f"- {text} ({match.rule})")


def times() -> None:
    import psutil

    text = " ".join(right for _kind, _fault, right in FAULTS)
    sentences = [f"{right[:-1]}, selon la dépêche numéro {n}." for n in range(2) for _kind, _fault, right in FAULTS][:75]
    print(f"{sum(len(sentence.split()) for sentence in sentences)} mots, {len(sentences)} phrases ({len(text)} signes)")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "languagetool").symlink_to(cache_dir() / "languagetool")
        start = time.perf_counter()
        with open_gate(cache_dir=Path(folder)) as gate:
            gate.check(["Il pleut."])
            print(f"premier texte, serveur à démarrer : {time.perf_counter() - start:.2f} s")
            start = time.perf_counter()
            gate.check(sentences)
            print(f"ces phrases, serveur chaud, jamais vues : {time.perf_counter() - start:.2f} s")
            for process in psutil.Process().children(recursive=True):
                if process.name().startswith("java"):
                    print(f"mémoire de Java (RSS) : {process.memory_info().rss / 1e6:.0f} Mo")
        start = time.perf_counter()
        with open_gate(cache_dir=Path(folder)) as gate:
            gate.check(sentences)
            print(f"deuxième exécution, tout en cache : {time.perf_counter() - start:.3f} s, {gate.asked} question(s) à LanguageTool")


if __name__ == "__main__":
    times() if "--times" in sys.argv[1:] else table()
