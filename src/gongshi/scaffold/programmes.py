"""A new round: the last round's settings where the scheme has had one, otherwise the template."""

import re
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node

from gongshi.diagnostics import Place
from gongshi.engine.files import alone
from gongshi.model.base import UNFILLED
from gongshi.project import WorkspaceFolder
from gongshi.records.load import RecordFile, Records, load, parse
from gongshi.scaffold.refusal import RefusedRecordError
from gongshi.scaffold.source import mapping, programmes
from gongshi.scaffold.writing import PATIENCE, check_id, create, fill, scalar

_YEARS = range(1990, 2101)
_SCHEDULE = "\n  called_on: {unfilled}  # 发布日期\n  apply_by: {unfilled}  # 申报截止日期"


def new_programme(folder: WorkspaceFolder, name: str, scheme: str, year: int) -> tuple[str, str]:
    """Write content/programmes/<name>/programme.yaml; its name, and the round whose settings it copies, if any.

    Dates are never copied: they are left to fill in, and so is the name where it does not bear the year.
    """
    path = folder.content / "programmes" / check_id(name) / "programme.yaml"
    if year not in _YEARS:
        raise RefusedRecordError("bad-year", str(year))
    with alone(folder.lock, PATIENCE):
        records, _ = load(folder.content)
        wanted = mapping(folder, records, f"content/schemes/{scheme}.yaml") if scheme else None
        if wanted is None:
            raise RefusedRecordError("no-scheme", scheme)
        values = {"id": name, "scheme": scheme, "year": year}
        last = _last_round(records, scheme)
        text = _copied(records[last], values) if last else _from_template(folder, wanted, values)
        return create(folder, path, text), last.split("/")[2] if last else ""


def _from_template(folder: WorkspaceFolder, scheme: Mapping[str, Any], values: Mapping[str, Any]) -> str:
    """The template with a quota for each category of the scheme."""
    categories = scheme.get("categories")
    known = [c.get("id") for c in categories if isinstance(c, dict)] if isinstance(categories, list) else []
    names = [category for category in known if isinstance(category, str)] or [UNFILLED]
    return fill(folder, "programme.yaml.j2", {**values, "unfilled": UNFILLED, "categories": names})


def _last_round(records: Records, scheme: str) -> str:
    """The path of the scheme's latest round; empty if it has had none."""
    rounds = [
        (data["year"], path)
        for path, data in programmes(records)
        if data.get("scheme") == scheme and isinstance(data.get("year"), int)
    ]
    return max(rounds)[1] if rounds else ""


def _copied(file: RecordFile, values: Mapping[str, Any]) -> str:
    """The text of an earlier round with its id, year, name and dates replaced; all else to the letter."""
    path, text, data = file.path, file.text, file.data
    name = str(data.get("name", UNFILLED)).replace(str(data["year"]), str(values["year"]))
    fresh = {
        "id": scalar(values["id"]),
        "year": str(values["year"]),
        "name": scalar(name),
        "schedule": _SCHEDULE.format(unfilled=UNFILLED),
    }
    root = YAML(typ="safe").compose(text)
    found = {key.value: (key, value) for key, value in root.value} if isinstance(root, MappingNode) else {}
    if not set(fresh) <= set(found):
        raise RefusedRecordError("faulty", path)
    copied = text
    for field, replacement in sorted(fresh.items(), key=lambda item: -found[item[0]][0].start_mark.index):
        key, value = found[field]
        begin = key.end_mark.index + 1 if field == "schedule" else value.start_mark.index
        copied = copied[:begin] + replacement + copied[_end(value) :]
    first = re.search(r"^[^#\s]", copied, flags=re.MULTILINE)
    head = (
        f"# 年度申报：{name}。\n# 设置抄自 {path.split('/')[2]}；日期待填，名额、联系方式和文字中的日期请逐项核对。\n\n"
    )
    copied = head + copied[first.start() if first else 0 :]
    made, _ = parse(copied, Place(path))
    schedule = {"called_on": UNFILLED, "apply_by": UNFILLED}
    if made != {**data, "id": values["id"], "year": values["year"], "name": name, "schedule": schedule}:
        raise RefusedRecordError("odd-layout", path)
    return copied


def _end(node: Node) -> int:
    """Where a value ends; of a block that is where its last value ends, before the blank lines that follow."""
    if isinstance(node, MappingNode) and not node.flow_style and node.value:
        return _end(node.value[-1][1])
    return int(node.end_mark.index)
