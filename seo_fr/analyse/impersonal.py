"""The « il » that stands for nobody: « il faut », « il y a », « il est utile de »."""

from __future__ import annotations

from seo_fr.analyse.referring import ReferringWords
from seo_fr.analyse.syntax import Tree

#: What falls from the sky: « il est tombé par endroits 310 millimètres d’eau ».
_FALLS = frozenset(["millimètres", "mm", "centimètres", "cm", "litres", "pluie", "pluies", "neige", "grêle", "grêlons", "flocons", "gouttes", "cordes"])


def impersonal(tree: Tree, i: int, words: ReferringWords) -> bool:
    """Return whether the « il » at ``i`` stands for nobody: « il faut », « il y a », « il est utile de », « il semble que », « il existe des »."""
    if tree.words[i] not in ("il", "-il", "-t-il"):
        return False
    following = [tree.word(k) for k in range(i + 1, i + 9)]
    while following and following[0] in ("ne", "n'", "lui", "leur", "me", "m'", "nous", "vous", "en"):
        following = following[1:]
    following += [""] * 6
    if following[0] == "y" and following[1] in ("a", "avait", "eut", "aura", "aurait", "ait", "aurait"):
        return True
    if following[0] in ("s'", "se", "y"):
        verb = following[1]
        return verb.startswith(("pourrait", "peut")) or (verb.startswith("avèr") and bool({"que", "qu'"} & set(following[2:4]))) or verb == "va"
    if following[0] in ("faut", "fallait", "faudra", "faudrait", "fallu", "pleut", "pleuvait", "neige", "neigeait", "convient", "convenait", "suffit", "suffisait", "suffirait", "importe", "importait"):
        return True
    if following[0] in ("a", "avait", "aura", "aurait", "a-t-il") and following[1] in ("fallu", "plu", "neigé", "suffi", "convenu"):
        return True
    if following[0] in ("tombe", "tombait", "tombera") or following[0] in ("est", "était", "serait", "sera") and following[1] == "tombé":
        return bool(_FALLS & {tree.word(k) for k in range(i + 2, i + 13)})
    if following[0] in ("vaut", "valait", "vaudrait") and following[1] == "mieux":
        return True
    if following[0] in ("semble", "semblait", "semblerait", "paraît", "paraîtrait", "apparaît", "arrive", "arrivait", "advient"):
        return bool({"que", "qu'"} & set(following[1:4]))
    if following[0] in ("existe", "existait", "reste", "restait", "manque", "manquait", "restera", "existera"):
        after = following[2 if following[1] in ("encore", "toujours", "aussi") else 1 :]
        if after[0] == "à" and after[1] not in ("un", "une", "des", "deux", "trois") and not after[1].endswith(("er", "ir", "re", "oir")):
            return False  # « il restera à la présidence »
        return following[1] in ("un", "une", "des", "de", "d'", "à", "encore", "toujours", "plusieurs", "aussi", "peu", "plus", "pas", "trois", "deux", "quatre", "cinq") or following[1].isdigit()
    if following[0] in ("est", "était", "sera", "serait", "fut", "soit", "devient", "semble", "paraît", "a", "avait", "aurait", "demeure", "reste"):
        if following[0] in ("a", "avait", "aurait") and following[1] != "été":
            return False
        for k in range(1, 6):
            if following[k] in words.impersonal:
                after = following[k + 1 : k + 4]
                if following[k] in ("décidé", "fait", "établi", "estimé", "bon", "autorisé", "indiqué", "précisé", "proposé", "rappelé", "suggéré", "admis", "entendu", "demandé"):
                    return bool({"que", "qu'"} & set(after[:2])) or (following[k] in ("décidé", "demandé", "proposé", "bon", "suggéré") and after[0] in ("de", "d'")) or (following[k] == "fait" and after[0] in ("un", "une", "état", "mention"))
                return bool({"de", "d'", "que", "qu'", "aux", "à", "pour", "au", "cependant", "toutefois"} & set(after))
            if following[k] in ("à", "est") and following[k + 1] in ("noter", "craindre", "prévoir", "signaler", "souligner", "rappeler"):
                return True
        return False
    return following[0] in ("fut", "était") and following[1:3] == ["un", "temps"]
