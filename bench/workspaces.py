"""Workspaces of any size, invented from a seed: one round in which everybody wins and gets a 批复 of its own.

The scheme and the settings are those of the tests' minimal workspace, the divisions are those of the sample's
content/regions.yaml (Zhejiang's counties, as docs/records.md says of that file).
"""

import random
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
MINIMAL = REPOSITORY / "tests" / "cases" / "workspace" / "content"
ROUND = "programmes/2021-water-parks"
EXPERTS = 3


@dataclass(frozen=True)
class Applicant:
    """One invented application."""

    id: str
    division: str
    county: str
    category: str
    points: tuple[int, ...]
    """Hundredths that each expert takes off the full marks."""
    amount: int


def generate(
    root: Path, applications: int, approvals: int | None = None, *, withdrawn: bool = False, seed: int = 1
) -> Path:
    """Write a workspace with so many applications; its folder.

    Args:
        root: The folder, which does not exist yet.
        applications: How many.
        approvals: How many of them have a 批复; all unless given.
        withdrawn: Whether every 批复 was corrected and then withdrawn.
        seed: The seed of what is invented.
    """
    shutil.copytree(MINIMAL, root / "content")
    shutil.copy(REPOSITORY / "content" / "regions.yaml", root / "content" / "regions.yaml")
    scheme = root / "content" / "schemes" / "water-parks.yaml"
    _rewrite(scheme, {'city: "990200"': 'city: "330200"', "target: 3": f"target: {applications}"})
    _rewrite(scheme, {"target: 4": f"target: {applications}"})
    applicants = tuple(_applicants(applications, random.Random(seed)))  # noqa: S311 - invented data, no secrets
    folder = root / "content" / ROUND
    programme = {"places: 1\n": f"places: {applications}\n", "places: 2\n": f"places: {applications}\n"}
    _rewrite(folder / "programme.yaml", {**programme, "one_application_per_county: true": ""})
    _write(folder / "applications.yaml", "applications:\n", map(_application, applicants))
    reviews = (folder / "reviews.yaml").read_text(encoding="utf-8").partition("scores:\n")[0]
    _write(folder / "reviews.yaml", f"{reviews}scores:\n", map(_scores, applicants))
    results = (folder / "results.yaml").read_text(encoding="utf-8").partition("outcomes:\n")[0]
    outcomes = (f"  - {{application: {a.id}, outcome: selected}}\n" for a in applicants)
    _write(folder / "results.yaml", f"{results}outcomes:\n", outcomes)
    notices = (folder / "notices.yaml").read_text(encoding="utf-8").partition("  - id: approval-hubin")[0]
    chosen = applicants[: applications if approvals is None else approvals]
    changes = (_changes(n, a) for n, a in enumerate(chosen if withdrawn else ()))
    _write(folder / "notices.yaml", notices, chain(map(_approval, count(9003), chosen), changes))
    (folder / "objections.yaml").unlink()
    _write(folder / "supervision.yaml", "payments:\n", map(_payment, applicants))
    return root


def _rewrite(file: Path, changes: Mapping[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, f"{file.name} has no {old!r}"
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def _write(file: Path, head: str, items: Iterator[str]) -> None:
    file.write_text(head + "".join(items), encoding="utf-8")


def _applicants(number: int, chance: random.Random) -> Iterator[Applicant]:
    text = (REPOSITORY / "content" / "regions.yaml").read_text(encoding="utf-8")
    divisions = re.findall(r'\{id: "(\d{6})", name: (\S+), city: "\d{6}"(?:, formerly: \[[^]]*\])?\}', text)
    for n in range(number):
        code, county = chance.choice(divisions)
        category, amount = chance.choice((("river", 2_000_000), ("upland", 1_500_000)))
        points = tuple(chance.randrange(0, 2000) for _ in range(EXPERTS))
        yield Applicant(f"2021-{n:05}", code, county, category, points, amount)


def _application(a: Applicant) -> str:
    figures = "figures: [{metric: firms, value: 36, source: 2020年园区统计年报}]"
    tasks = (
        "tasks: [{task: reuse, number: 4}, {task: offices, number: 1}]"
        if a.category == "river"
        else "tasks: [{task: storage, number: 3}]"
    )
    return f"""  - id: {a.id}
    division: "{a.division}"
    category: {a.category}
    plan_title: {a.county}第{int(a.id[5:])}号节水型园区实施方案
    submitted_on: 2021-03-25
    incoming:
      {{title: 关于要求列为节水型园区的请示, document_no: 样政〔2021〕{9001 + int(a.id[5:])}号, dated: 2021-03-24}}
    starts: "2021-06"
    ends: "2022-12"
    materials: [{{material: plan, copies: 2}}]
    {figures if a.category == "river" else "figures: []"}
    findings: [{{condition: plan, met: true}}]
    {tasks}
    projects:
      - {{firm: {a.county}样例印染有限公司, name: 废水循环利用, brief: 建设废水回用装置。,
         investment: 12000000, starts: "2021-06", ends: "2022-06"}}
"""


def _scores(a: Applicant) -> str:
    marks = "".join(
        f"      - {{expert: e{n}, points: {{plan: {40 - taken / 100:.2f}, tasks: 30, support: 20}}}}\n"
        for n, taken in enumerate(a.points, start=1)
    )
    return f"  - application: {a.id}\n    marks:\n{marks}"


def _approval(number: int, a: Applicant) -> str:
    day = f"2021-05-{11 + number % 20:02}"
    return f"""  - {{id: approval-{a.id}, kind: approval, state: approved, document_no: 样经信〔2021〕{number}号,
     issued_on: {day}, printed_on: {day}, application: {a.id}}}
"""


def _changes(n: int, a: Applicant) -> str:
    return f"""  - {{id: correction-{a.id}, kind: correction, state: approved,
     document_no: 样经信〔2021〕{20_001 + n}号, issued_on: 2021-06-07, printed_on: 2021-06-07,
     concerns: approval-{a.id},
     corrections: [{{place: 正文第二段, wrong: 甲, right: 乙}}]}}
  - {{id: withdrawal-{a.id}, kind: withdrawal, state: approved,
     document_no: 样经信〔2021〕{40_001 + n}号, issued_on: 2021-06-08, printed_on: 2021-06-08,
     concerns: approval-{a.id}, reason: 文字有误}}
"""


def _payment(a: Applicant) -> str:
    task = "reuse" if a.category == "river" else "storage"
    payer = "xlczj" if a.division.startswith("3302") else "czt"
    return f"""  - {{id: p-{a.id}, application: {a.id}, payer: {payer}, year: 2021, amount: {a.amount},
     decided_on: 2021-06-10, lines: [{{use: 废水循环利用, task: {task}, project: 废水循环利用, amount: {a.amount}}}]}}
"""
