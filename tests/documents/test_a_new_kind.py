"""A kind of notice that is not the program's: a row, a function and a template are enough for every room to know it."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from printed import fonts, printed
from round_factory import model_of, record, whole_round
from workspace_factory import REPOSITORY

from gongshi.diagnostics import Report
from gongshi.documents.compose import compose
from gongshi.documents.composing import Composing
from gongshi.documents.notice import Notice
from gongshi.documents.writer import Lacking, Writer
from gongshi.documents.writers import WRITERS
from gongshi.measure.pdf import measure_pdf
from gongshi.model import notice_facts
from gongshi.model.kinds import KIND_BY_NAME, Kind
from gongshi.model.model import Model
from gongshi.model.notice import NoticeRecord
from gongshi.model.round import Round
from gongshi.projection.projection import public_view
from gongshi.public.round import PublicProgramme
from gongshi.rules import announcement, notices
from gongshi.rules.check import RoundRule, check
from gongshi.rules.table import RULES

PRAISE = Kind(
    name="praise",
    title="通报表扬",
    letter_title="",
    form="document",
    audience="public",
    needs=("year",),
    takes=(),
    after="award",
    repeats=False,
    led_by="programme",
    years=notice_facts.years_evaluated,
    bears=notice_facts.bears_nothing,
    tells=notice_facts.tells_evaluations,
    ruled_by="reporting",
    names=notice_facts.names_evaluated,
    changes="",
    step="通报表扬",
    first="该年度的绩效评价记录",
)
TEMPLATE = """{% block title %}关于表扬{{ programme.name }}|{{ notice.year }}年度绩效评价先进地区的通报{% endblock %}
{% block body %}
经绩效评价，{{ praised | leading }}成效明显，现予以表扬（名单见附件）。希望受表扬的地区再接再厉，其他地区认真学习。

## 巩固成果

受表扬的地区要总结经验，继续按照实施方案推进各项工作，发挥示范带动作用。

## 学习先进

其他地区要对照先进找差距，结合本地实际抓好各项任务落实，按期完成建设目标。
{% endblock %}
{% block praised_title %}{{ programme.name }}受表扬的地区{% endblock %}
{% block praised %}
| 序号 | 设区市 | 地区 |
|:---:|:---:|:---:|
{% for w in praised %}| {{ loop.index }} | {{ w.city }} | {{ w.county }} |
{% endfor %}{% endblock %}
"""


def compose_praise(c: Composing) -> Notice:
    """Everybody who was evaluated for the notice's year."""
    evaluations = c.round.supervision.evaluations
    praised = c.in_order(e.application for e in evaluations if e.year == c.record.year)
    lists = c.lists("praised", praised=praised)
    return c.notice(addressees=c.view.programme.addressees, body=c.block("body", praised=praised), attachments=lists)


def lacks_evaluation(r: Round, record: NoticeRecord) -> Lacking:
    """Somebody was evaluated for the year."""
    found = any(e.year == record.year for e in r.supervision.evaluations)
    return None if found else ("绩效评价记录", "an evaluation")


WRITER = Writer(PRAISE, compose_praise, lacks_evaluation)


def praising(issued_on: str, year: int = 2021) -> NoticeRecord:
    """A record of the new kind."""
    like = record(90, "evaluation", issued_on, year=year)
    return like.model_copy(update={"kind": "praise"})


def with_praise(*records: NoticeRecord) -> Model:
    """The whole round with such records, in a workspace that knows the kind."""
    whole = whole_round()
    model = model_of(replace(whole, notices=(*whole.notices, *records)))
    return replace(model, kinds={**KIND_BY_NAME, "praise": PRAISE})


@pytest.fixture(name="templates")
def _templates(tmp_path: Path) -> tuple[Path, ...]:
    own = tmp_path / "templates" / "notices"
    own.mkdir(parents=True)
    (own / "praise.md.j2").write_text(TEMPLATE, encoding="utf-8")
    return own.parent, REPOSITORY / "templates"


def found(model: Model, *rules: RoundRule) -> list[str]:
    """Codes of what these rules find."""
    return [diagnostic.code for diagnostic in check(model, RULES.only(*rules), Report()).diagnostics]


def test_it_is_composed_printed_and_measured(templates: tuple[Path, ...]) -> None:
    """It has its title, its list and its number, and its PDF breaks no clause."""
    composed, _, report = compose(with_praise(praising("2022-02-12")), (*WRITERS, WRITER), templates, Report())
    (notice,) = (notice for notice in composed if notice.kind == "praise")

    assert report.diagnostics == ()
    assert notice.kind_name == "通报表扬"
    assert "湖滨区等2个地区成效明显" in notice.body
    measured = measure_pdf(printed(notice).data, families={role.name: role.families for role in fonts().roles})
    assert measured.broken == ()


def test_the_gates_know_it() -> None:
    """Before the announcement, before what it tells, or twice of one year it is refused."""
    early = with_praise(praising("2021-04-22"))
    untimely = with_praise(praising("2021-12-01"))
    twice = with_praise(praising("2022-02-12"), praising("2022-02-14").model_copy(update={"id": "n91"}))

    assert "award-in-window" in found(early, announcement.award_after_window)
    assert found(untimely, notices.notices_after_what_they_tell) == ["date-order"]
    assert found(twice, notices.notices_issued_once) == ["notice-repeated"]


def test_what_it_lacks_is_told(templates: tuple[Path, ...]) -> None:
    """Without an evaluation of its year there is nothing to praise; without a year it is not about anything."""
    nothing = with_praise(praising("2022-02-12", year=2020))
    yearless = with_praise(praising("2022-02-12").model_copy(update={"year": None}))

    for model, code in ((nothing, "kind-too-early"), (yearless, "kind-needs")):
        _, _, report = compose(model, (*WRITERS, WRITER), templates, Report())
        assert [d.code for d in report.diagnostics] == [code]


def test_the_public_sees_it(templates: tuple[Path, ...]) -> None:
    """The site lists it, shows its step in the timeline, and names it beside those whom it names."""
    model = replace(with_praise(praising("2022-02-12")), today=dt.date(2022, 12, 31))
    composed, views, _ = compose(model, (*WRITERS, WRITER), templates, Report())
    (programme,) = public_view(model, composed, views).programmes

    assert [n.kind_name for n in programme.notices if n.kind == "praise"] == ["通报表扬"]
    assert [event.name for event in programme.timeline if event.first_day == "2022-02-12"] == ["通报表扬"]
    assert [key in award.notices for award in programme.awards for key in keys(programme)] == [True, True]


def keys(programme: PublicProgramme) -> list[str]:
    """Keys of the notices of the new kind."""
    return [notice.key for notice in programme.notices if notice.kind == "praise"]


def test_before_it_is_known_the_record_is_refused(templates: tuple[Path, ...]) -> None:
    """Without the writer the kind does not exist, and the message lists those that do."""
    _, _, report = compose(with_praise(praising("2022-02-12")), WRITERS, templates, Report())

    (diagnostic,) = report.diagnostics
    assert diagnostic.code == "unknown-kind"
    assert diagnostic.value == "praise"
