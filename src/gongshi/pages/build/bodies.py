"""Page bodies from the site's Jinja templates: finished HTML, every value escaped."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.catalogue.sources import clause_sources, step_sources
from gongshi.pages.charts.bars import target_bar
from gongshi.pages.data.linked import linked_document
from gongshi.pages.search.reading import PageText, read_body
from gongshi.pages.sheets.formats import TABLE_FORMATS
from gongshi.pages.values.address import relative
from gongshi.pages.values.page import Page
from gongshi.pages.values.wording import FILTERS, span

_CONTENTS = "<!--contents-->"
"""Where a page's list of sections goes, once its sections are known."""
_LINKED = "<!--linked-->"
"""Where a page's linked data goes, once its way back is known."""


@cache
def environment(*templates: Path) -> SandboxedEnvironment:
    """The Jinja environment of the site; a template is taken from `site/` of the first folder that has it.

    Compiled templates are kept for further builds; one that was changed is compiled anew.
    """
    env = SandboxedEnvironment(
        loader=FileSystemLoader([folder / "site" for folder in templates]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(FILTERS, target_bar=target_bar)
    env.globals.update(span=span, clause_sources=clause_sources, step_sources=step_sources, table_formats=TABLE_FORMATS)
    return env


def body_of(page: Page, catalogue: Catalogue, env: SandboxedEnvironment) -> tuple[str, PageText]:
    """The HTML of one page, with its linked data, and its list of sections if it carries one; and its words."""

    def link(target: str) -> str:
        return relative(target, page.url)

    shared = {"site": catalogue.site, "catalogue": catalogue, "page": page, "link": link}
    tables = {table.id: table for table in page.tables}
    html = env.get_template(page.template).render({**page.facts, **shared, "tables": tables})
    reading = read_body(html)
    contents = env.get_template("_contents.html").render(headings=reading.headings if page.contents else ())
    document = linked_document(page, catalogue.site, reading.crumbs)
    linked = env.get_template("_linked.html").render(document=Markup(document))  # noqa: S704 - escaped for a script
    return html.replace(_CONTENTS, contents, 1).replace(_LINKED, linked, 1), reading.text


def write_sources(
    pages: Iterable[Page], catalogue: Catalogue, templates: Sequence[Path], folder: Path
) -> dict[str, PageText]:
    """Write every page into `folder` as a file for mkdocs; the words of each by its url."""
    env = environment(*templates)
    texts = {}
    for page in pages:
        front = {"title": page.title, "description": page.description, "hub": page.hub, "feed": page.feed}
        front["long"] = "yes" if any(table.long for table in page.tables) else ""
        body, texts[page.url] = body_of(page, catalogue, env)
        target = folder / page.source
        target.parent.mkdir(parents=True, exist_ok=True)
        # A JSON string is a YAML scalar; line breaks of any kind have no place in it.
        scalars = {key: json.dumps(" ".join(value.split()), ensure_ascii=False) for key, value in front.items()}
        target.write_text(_as_source(scalars, body), encoding="utf-8", newline="\n")
    return texts


def _as_source(front: Mapping[str, str], html: str) -> str:
    """A Markdown file whose body is one block of finished HTML that Markdown passes on as it is.

    Args:
        front: Front matter, each value already a JSON (and so YAML) scalar.
        html: One block element that encloses everything.
    """
    # Code fences are looked for before raw blocks are set aside, but only at the start of a line.
    body = re.sub(r"(?m)^[ \t]*([`~])", lambda match: f"&#{ord(match[1])};", html.strip())
    head = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\n{head}---\n{body}\n"
