"""Prose by sandboxed Jinja: templates of notices, and the texts that schemes carry in their records."""

import datetime as dt
import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    pass_environment,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.filters import make_attrgetter
from jinja2.nodes import Concat
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gongshi import typography
from gongshi.diagnostics import Diagnostic, Place, error
from gongshi.documents.audience import InternalFieldError, refuse_internal, title_of_internal
from gongshi.errors import GongshiError
from gongshi.model.organ import Organ


def _text(value: Any) -> str:
    """A text, a number or a day as text.

    Raises:
        UndefinedError: It is not defined.
        TypeError: It is a record, a list or anything else that shows its insides when printed.
    """
    if isinstance(value, Undefined):
        return str(value)  # raises, and says what is not defined
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal | dt.date):
        raise TypeError(f"{type(value).__name__} is no text")
    return str(value)


@pass_environment
def _join(environment: Environment, values: Iterable[Any], between: str = "", attribute: str | None = None) -> str:
    return between.join(_text(value) for value in map(make_attrgetter(environment, attribute), values))


def _replace(value: Any, old: str, new: str) -> str:
    return _text(value).replace(old, new)


def _trim(value: Any) -> str:
    return _text(value).strip()


def _leading(listed: Sequence[Any]) -> str:
    """The phrase for a list of winners: the name of the only one, or the first and the number: 萧山区等16个地区."""
    first = _text(listed[0].county)
    return first if len(listed) == 1 else f"{first}等{len(listed)}个地区"


def _departments(organs: Sequence[Organ]) -> str:
    """The counterparts of organs in cities and counties: 文化、财政部门和海洋主管部门; 主管部门 where none is named."""
    named = list(dict.fromkeys(organ.department for organ in organs if organ.department))
    if not named:
        return _IN_CHARGE
    if not all(organ.department for organ in organs):
        named.append(f"其他{_IN_CHARGE}")
    ordinary = [name.removesuffix(_DEPARTMENT) for name in named if _is_ordinary(name)]
    groups = [f"{'、'.join(ordinary)}{_DEPARTMENT}"] if ordinary else []
    groups += [name for name in named if not _is_ordinary(name)]
    return "和".join(part for part in ("、".join(groups[:-1]), groups[-1]) if part)


def _is_ordinary(department: str) -> bool:
    """Whether its name ends in a plain 部门 that can be written once for several."""
    return department.endswith(_DEPARTMENT) and not department.endswith(_IN_CHARGE)


_DEPARTMENT, _IN_CHARGE = "部门", "主管部门"
FILTERS: dict[str, Callable[..., str]] = {
    "capital": typography.capital,
    "cited": typography.cited,
    "date": typography.date,
    "departments": _departments,
    "in_ten_thousands": typography.in_ten_thousands,
    "leading": _leading,
    "month_day": typography.month_day,
    "months": typography.months,
    "quantity": typography.quantity,
    "ten_thousand_yuan": typography.ten_thousand_yuan,
    "year_month": typography.year_month,
}
"""The program's own filters: how official documents write numbers, dates, money and names."""

TEXT_FILTERS: dict[str, Callable[..., str]] = {"join": _join, "replace": _replace, "trim": _trim}
"""In the place of Jinja's, which take a record for a text and print all its fields."""

JINJA_FILTERS = (
    *("default", "first", "last", "length", "list", "map", "reject", "rejectattr"),
    *("select", "selectattr", "sort", "sum", "unique"),
)
"""Jinja's filters that prose may use."""


_FAULTS = (
    *(TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, LookupError),
    *(RecursionError, MemoryError, InternalFieldError),
)
"""Exceptions that a faulty template may raise."""


_REASONS = (
    (r"'(?:[\w.]*\.)?(\w+) object' has no attribute '(\w+)'", "{0} 中没有 {1}"),
    (r"^'(\w+)' is undefined", "没有 {0}"),
    (r"needs to be closed is '(\w+)'", "{{% {0} %}} 没有与它配对的 {{% end{0} %}}"),
    (r"Encountered unknown tag '(\w+)'", "没有 {{% {0} %}} 这种写法，或者它的位置不对"),
    (r"No filter named '(\w+)'", "没有名为 {0} 的换算"),
    (r"^unexpected '(.+)'$", "这里不应有“{0}”"),
)
"""Patterns of Jinja's commonest error messages, each with its Chinese wording."""


class Markdown(str):
    """Finished Markdown, not escaped again."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """The plain text of a line that holds no markup."""
        return html.unescape(self).strip()

    @property
    def as_title(self) -> str:
        """The same for a title: | of the template marks where a line may break, | of a value is a character."""
        return Markdown(self.replace("|", typography.BREAK)).text


class ProseError(GongshiError):
    """A template or a record's prose cannot be rendered; carries the diagnostic."""

    sentence = "文稿不能编写：{0}。A template or a text of the records cannot be rendered."

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def _finished(value: Any) -> str:
    """The text that an expression prints: escaped unless it is Markdown; refused if it is no text or number."""
    return value if isinstance(value, Markdown) else typography.escape(_text(value))


class _Compiler(CodeGenerator):
    """Compiles `a ~ b` so that it joins texts and nothing else."""

    def visit_Concat(self, node: Concat, frame: Frame) -> None:  # noqa: N802 - the name is Jinja's
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja for prose: loops, conditions, fields and named filters; no long computations and no random values."""

    code_generator_class = _Compiler
    intercepted_binops = frozenset({"*", "**", "%"})

    @staticmethod
    def joined(parts: Iterable[Any]) -> str:
        """The texts of `a ~ b`, one after the other."""
        return "".join(map(_text, parts))

    def call_binop(self, _context: Context, operator: str, _left: Any, _right: Any) -> Any:
        raise SecurityError(f"{operator} is not for prose")

    def is_safe_callable(self, obj: Any) -> bool:
        return isinstance(obj, Macro)


class _PublicSandbox(_Sandbox):
    """The sandbox for texts that the public may read: internal fields are refused."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        refuse_internal(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        refuse_internal(obj, argument)
        return super().getitem(obj, argument)


TEMPLATE_MISSING = error(
    "template-missing",
    "文种“{value}”没有模板 {template}。",
    "请补上模板。",
    "The kind {value} has no template {template}.",
)
TEMPLATE_UNDEFINED = error(
    "template-undefined",
    "模板用了没有定义的名称：{reason}。",
    "请改正名称，或在记录中补上对应栏目。",
    "The template names something that does not exist: {reason_en}.",
)


@dataclass(frozen=True)
class Prose:
    """Renders the prose of one workspace, for the public or for the commission."""

    environment: ImmutableSandboxedEnvironment

    @classmethod
    def of(cls, templates: Sequence[Path], *, public: bool = True) -> "Prose":
        """Prose with the notice templates of these folders; the first folder that has a template wins."""
        environment = (_PublicSandbox if public else _Sandbox)(
            loader=FileSystemLoader([folder / "notices" for folder in templates]),
            undefined=StrictUndefined,
            finalize=_finished,
            autoescape=False,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        environment.globals.clear()
        known = {name: environment.filters[name] for name in JINJA_FILTERS}
        environment.filters.clear()
        environment.filters.update(known | TEXT_FILTERS | FILTERS)
        return cls(environment)

    def text(self, source: str, place: Place, context: Mapping[str, Any]) -> Markdown:
        """Render a record's text, whose position is `place`; raises ProseError with the line in it."""
        try:
            return Markdown(self.environment.from_string(source).render(context))
        except _FAULTS as error:
            line = _line_in(error, "<template>")
            raise ProseError(_problem(error, replace(place, offset=line))) from error

    def block(self, template: str, block: str, context: Mapping[str, Any]) -> Markdown:
        """Render one block of templates/notices/<template>; raises ProseError with file and line."""
        place = Place(f"templates/notices/{template}")
        loaded: Template | None = None
        try:
            loaded = self.environment.get_template(template)
            return Markdown("".join(loaded.blocks[block](loaded.new_context(dict(context)))).strip())
        except TemplateNotFound as error:
            if loaded:
                line = loaded.get_corresponding_lineno(_line_in(error, str(loaded.filename)))
                raise ProseError(_problem(error, replace(place, line=line))) from error
            missing = (("template", place.file),)
            raise ProseError(
                Diagnostic(TEMPLATE_MISSING, place, value=template.removesuffix(".md.j2"), facts=missing)
            ) from error
        except KeyError as error:
            absent = f"{{% block {block} %}}"
            reason = (("reason", f"没有 {absent}"), ("reason_en", f"there is no {absent}"))
            raise ProseError(Diagnostic(TEMPLATE_UNDEFINED, place, facts=reason)) from error
        except _FAULTS as error:
            line = _line_in(error, str(loaded.filename) if loaded else "")
            if loaded and not isinstance(error, TemplateSyntaxError):
                line = loaded.get_corresponding_lineno(line)  # the traceback has lines of the compiled template
            raise ProseError(_problem(error, replace(place, line=line))) from error


TEMPLATE_SYNTAX = error(
    "template-syntax",
    "模板写法有误：{reason}。",
    "请检查这一行以及前面没有结束的 {{% … %}}，括号应成对。",
    "The template is not valid: {reason_en}.",
)
TEMPLATE_FAILED = error(
    "template-failed",
    "模板不能算出结果：{reason}。",
    "请改正这一处。",
    "The template cannot be evaluated: {reason_en}.",
)


TEMPLATE_INTERNAL = error(
    "template-internal",
    "公开的公文用了内部栏目 {value}（{field}）。",
    "请从模板或文字中删去；确实可以公开的，由开发人员列入公开的栏目（documents/audience.py）。",
    "A text for the public asks for the internal field {value}. Take it out of the template.",
)


def _problem(error: Exception, place: Place) -> Diagnostic:
    internal = _internal_field(error)
    if internal:
        return Diagnostic(TEMPLATE_INTERNAL, place, internal.title, internal.field)
    if isinstance(error, UndefinedError | TemplateNotFound):
        problem = TEMPLATE_UNDEFINED
    elif isinstance(error, TemplateSyntaxError | SecurityError):
        problem = TEMPLATE_SYNTAX
    else:
        problem = TEMPLATE_FAILED
    reason = " ".join(str(error).split()).rstrip(".")
    return Diagnostic(problem, place, facts=(("reason", _in_chinese(reason)), ("reason_en", reason)))


def _internal_field(error: Exception) -> InternalFieldError | None:
    """The internal field that a text asked for, of a record or, by the field's name, of a public value without it."""
    if isinstance(error, InternalFieldError):
        return error
    found = re.search(r"has no attribute '(\w+)'", str(error)) if isinstance(error, UndefinedError) else None
    title = title_of_internal(found[1]) if found else None
    return InternalFieldError(found[1], title) if found and title else None


def _in_chinese(reason: str) -> str:
    """Jinja's error message in Chinese if it is one of the commonest, else as it is."""
    for pattern, words in _REASONS:
        if found := re.search(pattern, reason):
            return words.format(*found.groups())
    return reason


def _line_in(error: Exception, filename: str) -> int:
    """The line of the template that a syntax error names, or the innermost one in the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    line, traceback = 1, error.__traceback__
    while traceback:
        if traceback.tb_frame.f_code.co_filename == filename:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
