"""The public site from the public projection: bodies, shell, files, in this order."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateError, TemplateSyntaxError

from gongshi.pages.build.all_pages import pages_of
from gongshi.pages.build.bodies import write_sources
from gongshi.pages.build.discovery import robots, site_map
from gongshi.pages.build.shell import SiteError, wrap
from gongshi.pages.catalogue.catalogue import Catalogue, catalogue_of
from gongshi.pages.data.catalog import data_catalog
from gongshi.pages.data.files import data_files
from gongshi.pages.feeds.calendars import calendar_files
from gongshi.pages.feeds.feeds import feed_files
from gongshi.pages.search.index import documents_of, search_files
from gongshi.pages.search.reading import PageText
from gongshi.pages.tables.files import table_files
from gongshi.pages.values.files import NoticeFiles, form_path
from gongshi.pages.values.page import Page
from gongshi.public.site import PublicSite


def build_site(
    site: PublicSite,
    notices: Mapping[str, NoticeFiles],
    templates: Sequence[Path],
    mkdocs_yml: Path,
    out: Path,
) -> None:
    """Write the whole site into `out`, an empty or absent folder.

    Args:
        site: What the public may see.
        notices: Text and files of each published notice, by key.
        templates: Template folders; a template is taken from `site/` of the first that has it.
        mkdocs_yml: The shell's settings.
        out: Where the site goes. A folder beside it, `<out>.source`, is used meanwhile.

    Raises:
        SiteError: A template or mkdocs complained; `out` is then incomplete.
    """
    catalogue = catalogue_of(site, notices)
    data = data_files(site)
    pages = pages_of(catalogue, data)
    sources = out.with_name(f"{out.name}.source")
    shutil.rmtree(sources, ignore_errors=True)
    try:
        texts = write_sources(pages, catalogue, templates, sources)
        wrap(site, mkdocs_yml, sources, out)
    except TemplateError as error:
        raise SiteError(_with_place(error)) from error
    finally:
        shutil.rmtree(sources, ignore_errors=True)
    (out / "sitemap.xml.gz").unlink(missing_ok=True)
    for path, content in _made_files(catalogue, data, pages, texts).items():
        _write(out / path, content)
    for path, file in _copied_files(catalogue).items():
        shutil.copyfile(file, out / path)


def _made_files(
    catalogue: Catalogue, data: Mapping[str, bytes], pages: Sequence[Page], texts: Mapping[str, PageText]
) -> dict[str, bytes]:
    """Everything beside the pages that is made for the site, by its path inside it; no path has two producers."""
    parts: tuple[Mapping[str, bytes], ...] = (
        {f"data/{path}": content for path, content in data.items()},
        {"data/catalog.jsonld": data_catalog(catalogue)},
        table_files(pages),
        search_files(documents_of(pages, texts)),
        feed_files(catalogue),
        calendar_files(catalogue),
        {"sitemap.xml": site_map(pages, catalogue.site.url), "robots.txt": robots(catalogue.site.url)},
    )
    files = {path: content for part in parts for path, content in part.items()}
    if len(files) != sum(map(len, parts)):
        raise SiteError("two producers of one path")
    return files


def _copied_files(catalogue: Catalogue) -> dict[str, Path]:
    """Files made elsewhere that the site copies, by their path inside it: forms, notices and their former versions."""
    files = {}
    for programme, form in catalogue.forms.items():
        files[form_path(programme, "docx")] = form.docx
        files[form_path(programme, "xlsx")] = form.xlsx
    for key, notice in catalogue.files.items():
        files[f"notices/{key}.docx"] = notice.docx
        files[f"notices/{key}.pdf"] = notice.pdf
        files |= {version.address(key): version.file for version in notice.former if version.file}
    return files


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _with_place(error: TemplateError) -> str:
    """A template's error with its file and line, as file:line: message."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename}:{error.lineno}: {error.message}"
    places = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return f"{places[-1].filename}:{places[-1].lineno}: {error}" if places else str(error)
