"""What pages are about, as linked data in the words of schema.org."""

import json
from collections.abc import Mapping, Sequence
from urllib.parse import urljoin

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.catalogue.latest import latest
from gongshi.pages.data.datasets import DATASETS
from gongshi.pages.sheets.formats import FORMATS
from gongshi.pages.values.address import absolute
from gongshi.pages.values.page import Page
from gongshi.pages.values.wording import AWARD_STATUS
from gongshi.public.award import PublicAward
from gongshi.public.notice import PublicNotice
from gongshi.public.places import PublicCounty
from gongshi.public.round import PublicProgramme
from gongshi.public.site import PublicSite

Linked = Mapping[str, object]

_LANGUAGE = "zh-CN"
_SAMPLE = "样例，内容为虚构"
_NOTICE_FORMATS = (
    ("pdf", "application/pdf"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
)


def linked_document(page: Page, site: PublicSite, crumbs: Sequence[tuple[str, str]]) -> str:
    """The page's linked data as JSON that may stand in a script element; what it says of a sample says so.

    Args:
        page: The page, with its objects.
        site: The site.
        crumbs: Text and link of each step of the way back that the page shows; empty on the home page.
    """
    here = absolute(page.url, site.url)
    told = {"disambiguatingDescription": _SAMPLE} if site.sample else {}
    graph: list[Linked] = [{**thing, **told} for thing in page.linked]
    if crumbs:
        steps = [*((text, urljoin(here, href)) for text, href in crumbs), (page.title, here)]
        items = [
            {"@type": "ListItem", "position": place, "name": name, "item": address}
            for place, (name, address) in enumerate(steps, start=1)
        ]
        graph.append({"@type": "BreadcrumbList", "itemListElement": items})
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    # Inside a script element nothing is unescaped: these three must not stand there as they are.
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def linked_home(site: PublicSite) -> tuple[Linked, ...]:
    """The site with its search, and who publishes it."""
    home = absolute("", site.url)
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{absolute('search/', site.url)}?q={{query}}"},
        "query-input": "required name=query",
    }
    return (
        {
            "@type": "WebSite",
            "@id": f"{home}#site",
            "name": site.name,
            "description": site.description,
            "url": home,
            "inLanguage": _LANGUAGE,
            "publisher": {"@id": f"{home}#publisher"},
            "potentialAction": search,
        },
        _publisher(site),
    )


def linked_programme(site: PublicSite, programme: PublicProgramme) -> tuple[Linked, ...]:
    """A round as the service that its organs offer: counties may apply."""
    address = absolute(f"programmes/{programme.id}/", site.url)
    return (
        {
            "@type": "GovernmentService",
            "@id": address,
            "name": programme.name,
            "serviceType": programme.scheme_name,
            "url": address,
            "provider": [_organ(name) for name in programme.organs],
            "audience": {"@type": "Audience", "audienceType": programme.applicant},
        },
    )


def linked_award(site: PublicSite, programme: PublicProgramme, award: PublicAward) -> tuple[Linked, ...]:
    """An award as a grant; a proposal, a pilot, and a title unfunded or taken away as a mere page about a county."""
    address = absolute(f"awards/{award.id}/", site.url)
    status = AWARD_STATUS[award.status]
    area = _area(site, award.division, award.county, award.city)
    about: Linked = {
        "@id": address,
        "url": address,
        "description": f"{programme.name}，{award.category_name}，{status}",
        "inLanguage": _LANGUAGE,
    }
    if award.status != "awarded" or not award.funded:
        return ({**about, "@type": "WebPage", "name": award.plan_title, "about": area},)
    grant: dict[str, object] = {
        "@type": "Grant",
        "@id": address,
        "name": award.plan_title,
        "description": about["description"],
        "url": address,
        "funder": _organ(award.payer or programme.lead_organ),
        "sponsor": [_organ(name) for name in programme.organs],
        "fundedItem": {"@type": "Project", "name": award.plan_title, "areaServed": area},
    }
    if award.amount is not None:
        amount = {"@type": "MonetaryAmount", "currency": "CNY", "value": award.amount}
        grant |= {"@type": "MonetaryGrant", "amount": amount}
    return (grant,)


def linked_county(catalogue: Catalogue, county: PublicCounty) -> tuple[Linked, ...]:
    """A county in its city, with its former names."""
    former = [catalogue.counties[division].name for division in county.formerly]
    area = _area(catalogue.site, county.id, county.name, county.city)
    return ({**area, "identifier": county.id, **({"alternateName": former} if former else {})},)


def linked_notice(site: PublicSite, notice: PublicNotice) -> tuple[Linked, ...]:
    """A notice with its number, its day, its organs and its files."""
    address = absolute(f"notices/{notice.key}/", site.url)
    files = [
        {"@type": "MediaObject", "contentUrl": f"{address.removesuffix('/')}.{end}", "encodingFormat": media}
        for end, media in _NOTICE_FORMATS
    ]
    document: dict[str, object] = {
        "@type": "DigitalDocument",
        "@id": address,
        "name": notice.title,
        "genre": notice.kind_name,
        "url": address,
        "datePublished": notice.issued_on,
        "inLanguage": _LANGUAGE,
        "author": [_organ(name) for name in notice.organs],
        "publisher": _publisher(site),
        "about": {"@id": absolute(f"programmes/{notice.programme}/", site.url)},
        "encoding": files,
    }
    if notice.document_no:
        document["identifier"] = notice.document_no
    if notice.withdrawn_by or notice.corrected_by:
        document["creativeWorkStatus"] = "已撤回" if notice.withdrawn_by else "已更正"
    return (document,)


def linked_data(catalogue: Catalogue) -> tuple[Linked, ...]:
    """The catalogue of the data sets with their files."""
    site = catalogue.site
    home = absolute("data/", site.url)
    shared: dict[str, object] = {
        "license": absolute("about/#reuse", site.url),
        "creator": _publisher(site),
        "inLanguage": _LANGUAGE,
        "isAccessibleForFree": True,
    }
    if day := latest(catalogue):
        shared["dateModified"] = day
    datasets = [
        {
            "@type": "Dataset",
            "@id": f"{home}#{dataset.name}",
            "name": dataset.title,
            "description": dataset.about,
            "url": f"{home}#{dataset.name}",
            **shared,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "contentUrl": f"{home}{dataset.name}.{form.suffix}",
                    "encodingFormat": form.media_type,
                }
                for form in FORMATS
            ],
        }
        for dataset in DATASETS
    ]
    return ({"@type": "DataCatalog", "@id": home, "name": site.name, "url": home, **shared, "dataset": datasets},)


def _publisher(site: PublicSite) -> Linked:
    home = absolute("", site.url)
    return {"@type": "GovernmentOrganization", "@id": f"{home}#publisher", "name": site.publisher, "url": home}


def _organ(name: str) -> Linked:
    return {"@type": "GovernmentOrganization", "name": name}


def _area(site: PublicSite, division: str, name: str, city: str) -> Linked:
    address = absolute(f"counties/{division}/", site.url)
    return {
        "@type": "AdministrativeArea",
        "@id": address,
        "name": name,
        "url": address,
        "containedInPlace": {"@type": "AdministrativeArea", "name": city},
    }
