"""The origin of a page in the forms that others read: W3C PROV-JSON, and schema.org with IPTC's digital source types (JSON-LD).

PROV-JSON: https://www.w3.org/submissions/prov-json/ (entities, activities, agents and relations of PROV-DM). IPTC NewsCodes: http://cv.iptc.org/newscodes/digitalsourcetype/.
Both are made from the page's JSON alone: no clock, no network, same bytes for the same page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from seo_fr.errors import Refused
from seo_fr.model import Finding

_IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"
#: By operation: IPTC's code and schema.org's member. Of words copied as they are nothing is said: who made the source, we do not know.
#: «dataDrivenMedia»: representation of data by human programming (IPTC's own example is a text made by code). «algorithmicallyEnhanced»: altered by an algorithm that is
#: not generative. «humanEdits»: its schema.org member still has the name of the code it replaced.
_SOURCE_TYPES = {
    "templated": ("dataDrivenMedia", "DataDrivenMediaDigitalSource"),
    "edited": ("algorithmicallyEnhanced", "AlgorithmicallyEnhancedDigitalSource"),
    "editor": ("humanEdits", "MinorHumanEditsDigitalSource"),
    "page": ("composite", "CompositeDigitalSource"),
}


def read_page(path: str) -> dict[str, Any]:
    """Return a page that ``write --format json`` wrote. Raises Refused."""
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        list(passages(data))
        data["fingerprint"], data["source"]["sha256"], data["ledger"]["templates"], data["ledger"]["rules"]
    except OSError as error:
        raise Refused(Finding("page-json", "error", path, f"{path} ne peut pas être lu ({error.strerror}).")) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refused(Finding("page-json", "error", path, f"{path} n’est pas une page de seo-fr en JSON. Faites-la avec « seo-fr write --format json ».")) from None
    return dict(data)


def passages(page: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every passage of a page's JSON with its place, in the order of the page."""
    for name in ("title_tag", "h1", "description", "slug"):
        yield name, page[name]
    for number, block in enumerate(page["blocks"]):
        if block["heading"] is not None:
            yield f"blocks/{number}/{block['kind']}/heading", block["heading"]
        for position, passage in enumerate(block["passages"]):
            yield f"blocks/{number}/{block['kind']}/{position}", passage


def operation(origin: dict[str, Any]) -> str:
    """Return «copied» (typography apart), «edited», «templated» or «editor»."""
    if origin["kind"] == "copied":
        return "edited" if any(edit["kind"] not in ("typography", "break") for edit in origin["edits"]) else "copied"
    return {"edited": "editor"}.get(origin["kind"], "templated")


def _spans(origin: dict[str, Any]) -> list[tuple[int, int, str]]:
    if origin["kind"] == "copied":
        return [(origin["span"]["start"], origin["span"]["end"], origin["sha256"])]
    found = [(span["start"], span["end"], span["sha256"]) for slot in origin.get("slots", ()) for span in slot["source"]]
    return sorted(set(found))


def _rules(origin: dict[str, Any]) -> list[str]:
    edits = [*origin.get("edits", ()), *(edit for slot in origin.get("slots", ()) for edit in slot["edits"])]
    names = [origin.get("rule", ""), origin.get("joined", ""), *(slot["rule"] for slot in origin.get("slots", ())), *(edit["rule"] for edit in edits)]
    return sorted({name for name in names if name})


class _Document:
    """A PROV-JSON document in the making; relations are numbered in the order they are made."""

    def __init__(self) -> None:
        self.data: dict[str, dict[str, Any]] = {}

    def add(self, kind: str, name: str, **attributes: object) -> str:
        self.data.setdefault(kind, {})[name] = {key.replace("__", ":"): value for key, value in attributes.items() if value != ""}
        return name

    def relate(self, kind: str, **attributes: str) -> None:
        table = self.data.setdefault(kind, {})
        table[f"_:{kind}{len(table) + 1}"] = {key.replace("__", ":"): value for key, value in attributes.items()}


def _type(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _agent(name: str) -> str:
    return "agent:" + "".join(character if character.isalnum() else "-" for character in name)


def to_prov(page: dict[str, Any]) -> str:
    """Return the page's provenance as PROV-JSON: each passage an entity, derived from slices of the source, made by one activity that used templates and rules."""
    document = _Document()
    prints = page["fingerprint"]
    prefix = {"seofr": "urn:seo-fr:term:", "page": "urn:seo-fr:page:", "passage": "urn:seo-fr:passage:", "source": "urn:sha256:", "span": f"urn:sha256:{page['source']['sha256']}#char="}
    prefix |= {"template": "urn:seo-fr:template:", "rule": "urn:seo-fr:rule:", "agent": "urn:seo-fr:agent:", "run": "urn:seo-fr:run:"}
    source = document.add("entity", f"source:{page['source']['sha256']}", prov__type=_type("seofr:Source"), seofr__characters=page["source"]["characters"])
    whole = document.add("entity", f"page:{page['slug']['text']}", prov__type=_type("prov:Collection"), prov__label=page["h1"]["text"], seofr__words=page["word_count"])
    run = document.add("activity", "run:write", prov__type=_type("seofr:Write"), **{f"seofr__{name.replace(':', '-')}": value for name, value in prints.items()})
    program = document.add("agent", "agent:seo-fr", prov__type=_type("prov:SoftwareAgent"), prov__label=f"seo-fr {prints.get('seo-fr', '')}".strip())
    document.relate("wasAssociatedWith", prov__activity=run, prov__agent=program)
    document.relate("used", prov__activity=run, prov__entity=source)
    document.relate("wasGeneratedBy", prov__entity=whole, prov__activity=run)
    for name, made in page["ledger"]["templates"].items():
        template = document.add("entity", f"template:{name}", prov__type=_type("seofr:Template"), seofr__sha256=made["sha256"])
        document.relate("used", prov__activity=run, prov__entity=template)
        if made["approver"]:
            person = document.add("agent", _agent(made["approver"]), prov__type=_type("prov:Person"), prov__label=made["approver"])
            document.relate("wasAttributedTo", prov__entity=template, prov__agent=person)
    for name, digest in page["ledger"]["rules"].items():
        rule = document.add("entity", f"rule:{name}", prov__type=_type("seofr:Rule"), seofr__sha256=digest)
        document.relate("used", prov__activity=run, prov__entity=rule)
    seen: set[str] = set()
    for place, item in passages(page):
        origin = item["origin"]
        name = f"passage:{item['id']}"
        if name not in seen:
            _passage(document, name, place, item, source, run)
            seen.add(name)
        document.relate("hadMember", prov__collection=whole, prov__entity=name)
        if origin["kind"] == "edited":
            person = document.add("agent", _agent(origin["by"]), prov__type=_type("prov:Person"), prov__label=origin["by"])
            document.relate("wasAttributedTo", prov__entity=name, prov__agent=person)
    return json.dumps({"prefix": prefix, **document.data}, ensure_ascii=False, indent=1) + "\n"


def _passage(document: _Document, name: str, place: str, item: dict[str, Any], source: str, run: str) -> None:
    origin = item["origin"]
    document.add(
        "entity",
        name,
        prov__type=_type("seofr:Passage"),
        prov__value=item["text"],
        seofr__role=item["role"],
        seofr__place=place,
        seofr__operation=operation(origin),
        seofr__date=origin.get("date", ""),
    )
    document.relate("wasGeneratedBy", prov__entity=name, prov__activity=run)
    for start, end, digest in _spans(origin):
        span = f"span:{start},{end}"
        if span not in document.data["entity"]:
            document.add("entity", span, prov__type=_type("seofr:Span"), seofr__start=start, seofr__end=end, seofr__sha256=digest)
            document.relate("wasDerivedFrom", prov__generatedEntity=span, prov__usedEntity=source)
        document.relate("wasDerivedFrom", prov__generatedEntity=name, prov__usedEntity=span)
    for rule in _rules(origin):
        document.relate("wasInfluencedBy", prov__influencee=name, prov__influencer=f"rule:{rule}")
    if origin.get("template"):
        document.relate("wasInfluencedBy", prov__influencee=name, prov__influencer=f"template:{origin['template']}")


def to_schema(page: dict[str, Any]) -> str:
    """Return the page as schema.org JSON-LD: what it is based on, and the digital source type of the whole and of each passage that has one, in both vocabularies."""
    source = {"@type": "CreativeWork", "identifier": f"sha256:{page['source']['sha256']}"}
    if page["source"]["metadata"].get("url"):
        source["url"] = page["source"]["metadata"]["url"]
    parts = []
    for place, item in passages(page):
        origin = item["origin"]
        part: dict[str, Any] = {"@type": "WebPageElement", "identifier": item["id"], "name": place, "text": item["text"], **_source_type(operation(origin))}
        if _spans(origin):
            part["isBasedOn"] = [{"@type": "CreativeWork", "identifier": f"sha256:{digest}"} for _, _, digest in _spans(origin)]
        if origin["kind"] == "edited":
            part["editor"] = {"@type": "Person", "name": origin["by"]}
            if origin["date"]:
                part["dateModified"] = origin["date"]
        parts.append(part)
    data = {
        "@context": ["https://schema.org", {"Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"}],
        "@type": "NewsArticle",
        "headline": page["h1"]["text"],
        "description": page["description"]["text"],
        "inLanguage": "fr",
        "wordCount": page["word_count"],
        "isBasedOn": source,
        **_source_type("page"),
        "hasPart": parts,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _source_type(name: str) -> dict[str, Any]:
    if name not in _SOURCE_TYPES:
        return {}
    iptc, schema = _SOURCE_TYPES[name]
    return {"digitalSourceType": f"https://schema.org/{schema}", "Iptc4xmpExt:DigitalSourceType": {"@id": _IPTC + iptc}}
