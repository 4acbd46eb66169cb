"""What the data files hold, for programs: JSON Schemas, and the descriptor of the Frictionless Data Package."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from gongshi.pages.data.dataset import Column, Dataset, Reference
from gongshi.pages.data.datasets import DATASETS
from gongshi.pages.data.dictionary import licence_url
from gongshi.pages.sheets.formats import CSV
from gongshi.public.site import PublicSite


def json_schema(dataset: Dataset[Any], site: PublicSite) -> bytes:
    """The JSON Schema of a data set's JSON file; more columns may come, so others than these are allowed."""
    return _json(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{site.url}data/schemas/{dataset.name}.json",
            "title": f"{dataset.title} {dataset.english}",
            "description": f"{dataset.about} {dataset.explained}",
            "type": "array",
            "items": {
                "type": "object",
                "properties": {column.key: _property(column) for column in dataset.fields},
                "required": [column.key for column in dataset.fields],
            },
        }
    )


def _property(column: Column[Any]) -> dict[str, Any]:
    kind = {"date": "string", "yearmonth": "string"}.get(column.type, column.type)
    found: dict[str, Any] = {
        "title": f"{column.title} {column.english}",
        "description": f"{column.meaning} {column.explained}",
        "type": [kind, "null"] if column.optional else kind,
    }
    if column.type == "date":
        found["format"] = "date"
    if column.type == "yearmonth":
        found["pattern"] = "^[0-9]{4}-[0-9]{2}$"
    if column.values:
        found["enum"] = [*column.values, *([None] if column.optional else [])]
    return found


def data_package(site: PublicSite, files: Mapping[str, bytes]) -> bytes:
    """datapackage.json: a tabular resource for each CSV.

    Args:
        site: What the public may see.
        files: The data files by name; a resource tells size and SHA-256 of its own.
    """
    return _json(
        {
            "profile": "tabular-data-package",
            "name": "gongshi",
            "title": f"{site.name}数据",
            "description": site.description,
            "homepage": f"{site.url}data/",
            "created": f"{site.today}T00:00:00+08:00",
            "sample": site.sample,
            "licenses": _licences(site),
            "sources": _sources(site),
            "contributors": [{"title": site.publisher, "path": site.url, "role": "publisher"}],
            "resources": [_resource(dataset, site, files[f"{dataset.name}.{CSV.suffix}"]) for dataset in DATASETS],
        }
    )


def _licences(site: PublicSite) -> list[dict[str, str]]:
    return [{"title": site.licence.name, "path": licence_url(site)}]


def _sources(site: PublicSite) -> list[dict[str, str]]:
    return [{"title": f"{site.publisher}：{site.name}", "path": site.url}]


def _resource(dataset: Dataset[Any], site: PublicSite, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": dataset.name,
        "path": f"{dataset.name}.{CSV.suffix}",
        "title": f"{dataset.title} {dataset.english}",
        "description": f"{dataset.about} {dataset.explained}",
        "format": CSV.suffix,
        "mediatype": CSV.media_type,
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "sample": site.sample,
        "licenses": _licences(site),
        "sources": _sources(site),
        "schema": _table_schema(dataset),
    }


def _table_schema(dataset: Dataset[Any]) -> dict[str, Any]:
    """The Table Schema of a CSV, whose fields are named by its Chinese heads."""
    names = {column.key: column.title for column in dataset.fields}
    return {
        "fields": [_field(column) for column in dataset.fields],
        "missingValues": [""],
        "primaryKey": [names[key] for key in dataset.key],
        "foreignKeys": [_foreign_key(dataset, reference) for reference in dataset.references],
    }


def _field(column: Column[Any]) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.title,
        "title": column.english,
        "key": column.key,
        "description": f"{column.meaning} {column.explained}",
        "type": column.type,
    }
    if column.type == "boolean":
        field |= {"trueValues": ["是"], "falseValues": ["否"]}
    rules: dict[str, Any] = {} if column.optional else {"required": True}
    if column.values:
        rules["enum"] = list(column.values)
    return {**field, "constraints": rules} if rules else field


def _foreign_key(dataset: Dataset[Any], reference: Reference) -> dict[str, Any]:
    own = {column.key: column.title for column in dataset.fields}
    target = next(each for each in DATASETS if each.name == reference.dataset)
    titles = {column.key: column.title for column in target.fields}
    return {
        "fields": [own[key] for key in reference.columns],
        "reference": {
            "resource": "" if target is dataset else reference.dataset,
            "fields": [titles[key] for key in reference.to],
        },
    }


def _json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
