"""The kinds of notice (文种): one complete row each; their texts are composed in `gongshi.documents`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args, get_origin, get_type_hints

from gongshi.model import notice_facts as facts
from gongshi.model.notice import NoticeRecord
from gongshi.model.programme import Programme
from gongshi.model.round import Round
from gongshi.model.round_on import RoundOn

KindForm = Literal["document", "letter", "minutes", "plain"]
"""文件格式, 信函格式, 纪要格式; plain has no red header: 公示 and internal sheets."""
Audience = Literal["public", "addressee", "internal"]
"""Who may read it: everybody, so that the site shows it; those it is sent to; or the commission alone."""
Gate = Literal["nothing", "window", "award"]
"""What a notice must come after: nothing, the end of every publicity window, or also the announcement (公布)."""


SUBJECTS = (
    *("application", "publicity", "objection", "expert", "year", "month", "concerns"),
    *("corrections", "matters", "reason"),
)
"""Fields of a notice's record that say what it is about."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of notice. No column has a default: a row that leaves one out cannot be made."""

    name: str
    """As records name it; its template is templates/notices/<name>.md.j2."""
    title: str
    """Its Chinese name."""
    letter_title: str
    """Its Chinese name as a letter, for the kind that the programme's `approval_form` can make one; else empty."""
    form: KindForm
    """Its format; all but `plain` have a number, `document` and `minutes` also an imprint."""
    audience: Audience
    needs: tuple[str, ...]
    """Fields of the record that say what it is about; any other such field is refused, unless it is in `takes`."""
    takes: tuple[str, ...]
    """Further such fields that the record may have."""
    after: Gate
    repeats: bool
    """Whether a round may have several that are about the same."""
    led_by: Literal["programme", "payer"]
    """Who leads it and gives its number unless its record names another: the programme's lead organ or the payer."""
    bears: Callable[[Round, NoticeRecord], facts.DayField | None]
    """The day on record that must be the notice's date; None if no record sets it."""
    tells: Callable[[Round, NoticeRecord], Iterator[facts.DayField]]
    """The days of the facts that it announces: the notice is not dated before any of them."""
    ruled_by: Literal["", "publicity", "funding", "reporting"]
    """The part of the settings whose clause rules what it announces; empty if none does."""
    names: Callable[[RoundOn, NoticeRecord], Iterable[str]]
    """Ids of the applications that its text names, in addition to the one in its record."""
    years: Callable[[Round], Iterable[int]]
    """Years for which the records hold facts that such a notice can announce."""
    changes: Literal["", "supplements", "corrects", "withdraws"]
    """What it does to an earlier notice; empty if it changes none."""
    step: str
    """The name of its day in the round's timeline; empty if it has no entry there of its own."""
    first: str
    """What the records must hold before it, in words for staff; docs/kinds.md prints them."""

    def __post_init__(self) -> None:
        """Refuse what no reader of the table knows.

        Raises:
            ValueError: A name in `needs` or `takes` is none of SUBJECTS, or a word is none that its column may hold.
        """
        for column, hint in get_type_hints(Kind).items():
            if get_origin(hint) is Literal and getattr(self, column) not in get_args(hint):
                raise ValueError(f"{self.name}: {column} must be one of {', '.join(map(repr, get_args(hint)))}")
        strange = [name for name in (*self.needs, *self.takes) if name not in SUBJECTS]
        if strange:
            raise ValueError(f"{self.name}: {', '.join(strange)} is none of SUBJECTS in model/kinds.py")

    def form_in(self, programme: Programme) -> KindForm:
        """Its format in that programme."""
        return "letter" if self.letter_title and programme.approval_form == "letter" else self.form

    def title_in(self, programme: Programme) -> str:
        """Its name in that programme."""
        return self.letter_title if self.letter_title and programme.approval_form == "letter" else self.title


# fmt: off
# Each block: what the kind is; the fields of its record; when it may come and what it announces; what it changes.
KINDS: tuple[Kind, ...] = (
    Kind(name="call", title="申报通知", letter_title="", form="document", audience="public",
         needs=(), takes=(), after="nothing", repeats=False, led_by="programme", years=facts.no_years,
         bears=facts.bears_call, tells=facts.tells_nothing, ruled_by="", names=facts.names_nobody,
         changes="", step="",
         first=""),
    Kind(name="supplement", title="补充通知", letter_title="", form="document", audience="public",
         needs=(), takes=("matters", "reason"), after="nothing", repeats=True, led_by="programme", years=facts.no_years,
         bears=facts.bears_nothing, tells=facts.tells_call, ruled_by="", names=facts.names_nobody,
         changes="supplements", step="发布补充通知",
         first="补充事项；或延期事由和 `schedule.extended_to`"),
    Kind(name="received", title="收到申报情况", letter_title="", form="plain", audience="public",
         needs=(), takes=(), after="nothing", repeats=False, led_by="programme", years=facts.no_years,
         bears=facts.bears_nothing, tells=facts.tells_nothing, ruled_by="", names=facts.names_nobody,
         changes="", step="",
         first="申报截止日期已过"),
    Kind(name="publicity", title="公示", letter_title="", form="plain", audience="public",
         needs=(), takes=(), after="nothing", repeats=False, led_by="programme", years=facts.no_years,
         bears=facts.bears_first_window, tells=facts.tells_nothing, ruled_by="", names=facts.names_first_window,
         changes="", step="",
         first="评审结果、公示起止日期"),
    Kind(name="second-publicity", title="递补公示", letter_title="", form="plain", audience="public",
         needs=("publicity",), takes=(), after="nothing", repeats=False, led_by="programme", years=facts.no_years,
         bears=facts.bears_own_window, tells=facts.tells_nothing, ruled_by="", names=facts.names_own_window,
         changes="", step="",
         first="递补记录和它的公示起止日期"),
    Kind(name="objection-reply", title="异议答复", letter_title="", form="letter", audience="addressee",
         needs=("objection",), takes=(), after="nothing", repeats=False, led_by="programme", years=facts.no_years,
         bears=facts.bears_nothing, tells=facts.tells_objection, ruled_by="publicity", names=facts.names_nobody,
         changes="", step="",
         first="异议已经办结，异议人署名"),
    Kind(name="award", title="公布通知", letter_title="", form="document", audience="public",
         needs=(), takes=(), after="window", repeats=False, led_by="programme", years=facts.no_years,
         bears=facts.bears_announcement, tells=facts.tells_nothing, ruled_by="", names=facts.names_listed,
         changes="", step="",
         first="公布日期"),
    Kind(name="approval", title="批复", letter_title="复函", form="document", audience="public",
         needs=("application",), takes=(), after="award", repeats=False, led_by="programme", years=facts.no_years,
         bears=facts.bears_nothing, tells=facts.tells_nothing, ruled_by="", names=facts.names_nobody,
         changes="", step="",
         first="公布日期；`approval_form: letter` 时为信函格式的复函"),
    Kind(name="pilots", title="试点培育名单通知", letter_title="", form="document", audience="public",
         needs=(), takes=(), after="award", repeats=False, led_by="programme", years=facts.no_years,
         bears=facts.bears_nothing, tells=facts.tells_nothing, ruled_by="", names=facts.names_pilots,
         changes="", step="",
         first="试点培育的申报；有了它，公布通知不再附试点名单"),
    Kind(name="funding", title="资金下达通知", letter_title="", form="document", audience="public",
         needs=("year",), takes=(), after="award", repeats=False, led_by="payer", years=facts.years_paid,
         bears=facts.bears_nothing, tells=facts.tells_payments, ruled_by="funding", names=facts.names_paid,
         changes="", step="下达资金",
         first="该年度的资金下达记录；通常写 `lead_organ` 由财政部门主办"),
    Kind(name="report-request", title="进展报告通知", letter_title="", form="document", audience="public",
         needs=("year", "month"), takes=(), after="award", repeats=False, led_by="programme", years=facts.no_years,
         bears=facts.bears_nothing, tells=facts.tells_nothing, ruled_by="", names=facts.names_nobody,
         changes="", step="",
         first="专项规定的报送月份"),
    Kind(name="evaluation", title="绩效评价结果通知", letter_title="", form="document", audience="public",
         needs=("year",), takes=(), after="award", repeats=False, led_by="programme", years=facts.years_evaluated,
         bears=facts.bears_nothing, tells=facts.tells_evaluations, ruled_by="reporting", names=facts.names_evaluated,
         changes="", step="公布绩效评价结果",
         first="该年度的绩效评价记录；得分不印，只印等次"),
    Kind(name="reward", title="奖励通知", letter_title="", form="document", audience="public",
         needs=("year",), takes=(), after="award", repeats=False, led_by="payer", years=facts.years_rewarded,
         bears=facts.bears_nothing, tells=facts.tells_rewards, ruled_by="reporting", names=facts.names_rewarded,
         changes="", step="公布奖励",
         first="该年度的奖励记录"),
    Kind(name="revocation", title="取消名号通知", letter_title="", form="document", audience="public",
         needs=(), takes=("application", "year"), after="award", repeats=False, led_by="programme",
         years=facts.no_years,
         bears=facts.bears_nothing, tells=facts.tells_revocations, ruled_by="reporting", names=facts.names_nobody,
         changes="", step="取消名号",
         first="取消名号的记录；申报号和年度只写一项"),
    Kind(name="recheck", title="复核结果通知", letter_title="", form="document", audience="public",
         needs=("year",), takes=(), after="award", repeats=False, led_by="programme", years=facts.years_evaluated,
         bears=facts.bears_nothing, tells=facts.tells_recheck, ruled_by="reporting", names=facts.names_keepers,
         changes="", step="公布复核结果",
         first="该年度的绩效评价或取消名号记录"),
    Kind(name="correction", title="更正通知", letter_title="", form="document", audience="public",
         needs=("concerns", "corrections"), takes=(), after="nothing", repeats=True, led_by="programme",
         years=facts.no_years, bears=facts.bears_nothing, tells=facts.tells_nothing, ruled_by="",
         names=facts.names_nobody,
         changes="corrects", step="发布更正通知",
         first="所更正的公文已经印发；读者与它相同"),
    Kind(name="withdrawal", title="撤回通知", letter_title="", form="document", audience="public",
         needs=("concerns", "reason"), takes=(), after="nothing", repeats=True, led_by="programme",
         years=facts.no_years, bears=facts.bears_nothing, tells=facts.tells_nothing, ruled_by="",
         names=facts.names_nobody,
         changes="withdraws", step="发布撤回通知",
         first="所撤回的公文已经印发；读者与它相同"),
    Kind(name="minutes", title="评审会议纪要", letter_title="", form="minutes", audience="internal",
         needs=(), takes=(), after="nothing", repeats=False, led_by="programme", years=facts.no_years,
         bears=facts.bears_nothing, tells=facts.tells_review, ruled_by="", names=facts.names_nobody,
         changes="", step="",
         first="评审得分和评审结果"),
    Kind(name="score-sheet", title="专家评分表", letter_title="", form="plain", audience="internal",
         needs=("expert",), takes=(), after="nothing", repeats=False, led_by="programme", years=facts.no_years,
         bears=facts.bears_nothing, tells=facts.tells_nothing, ruled_by="", names=facts.names_nobody,
         changes="", step="",
         first="评审办法、评审专家；回避的申报不列"),
    Kind(name="score-summary", title="得分汇总表", letter_title="", form="plain", audience="internal",
         needs=(), takes=(), after="nothing", repeats=False, led_by="programme", years=facts.no_years,
         bears=facts.bears_nothing, tells=facts.tells_review, ruled_by="", names=facts.names_nobody,
         changes="", step="",
         first="评审得分"),
    Kind(name="eligibility-summary", title="资格审查情况表", letter_title="", form="plain", audience="internal",
         needs=(), takes=(), after="nothing", repeats=False, led_by="programme", years=facts.no_years,
         bears=facts.bears_nothing, tells=facts.tells_nothing, ruled_by="", names=facts.names_nobody,
         changes="", step="",
         first="收到的申报"),
)
# fmt: on

KIND_BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
"""Each kind by its name."""
