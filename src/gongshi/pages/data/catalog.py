"""The data sets as a DCAT 3 catalogue in JSON-LD, for portals that gather catalogues."""

import json

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.catalogue.latest import latest
from gongshi.pages.data.datasets import DATASETS
from gongshi.pages.sheets.formats import FORMATS
from gongshi.pages.values.address import absolute

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_CHINESE = "http://id.loc.gov/vocabulary/iso639-1/zh"


def data_catalog(catalogue: Catalogue) -> bytes:
    """The file data/catalog.jsonld."""
    site = catalogue.site
    home = absolute("", site.url)
    shared: dict[str, object] = {
        "dct:publisher": {"@id": f"{home}#publisher", "@type": "foaf:Organization", "foaf:name": site.publisher},
        "dct:language": {"@id": _CHINESE},
        "dct:license": {"@id": f"{home}about/#reuse"},
    }
    if day := latest(catalogue):
        shared["dct:modified"] = {"@value": day, "@type": "xsd:date"}
    document = {
        "@context": _CONTEXT,
        "@id": f"{home}data/",
        "@type": "dcat:Catalog",
        "dct:title": _in_chinese(f"{site.name}（样例）" if site.sample else site.name),
        "dct:description": _in_chinese(site.description),
        "foaf:homepage": {"@id": home},
        **shared,
        "dcat:dataset": [_dataset(f"{home}data/", each.name, each.title, each.about, shared) for each in DATASETS],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _dataset(folder: str, name: str, title: str, about: str, shared: dict[str, object]) -> dict[str, object]:
    return {
        "@id": f"{folder}#{name}",
        "@type": "dcat:Dataset",
        "dct:identifier": name,
        "dct:title": _in_chinese(title),
        "dct:description": _in_chinese(about),
        "dcat:landingPage": {"@id": f"{folder}#{name}"},
        **shared,
        "dcat:distribution": [
            {
                "@id": f"{folder}{name}.{form.suffix}",
                "@type": "dcat:Distribution",
                "dct:title": _in_chinese(f"{title}（{form.name}）"),
                "dcat:accessURL": {"@id": f"{folder}#{name}"},
                "dcat:downloadURL": {"@id": f"{folder}{name}.{form.suffix}"},
                "dcat:mediaType": {"@id": f"{_MEDIA_TYPES}{form.media_type}"},
                "dct:license": shared["dct:license"],
            }
            for form in FORMATS
        ],
    }


def _in_chinese(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "zh"}
