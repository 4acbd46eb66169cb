"""The shell around page bodies: mkdocs with the theme, run in this process, its complaints raised."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin

from gongshi.errors import GongshiError
from gongshi.pages.build.policy import POLICY
from gongshi.public.site import PublicSite

_UNUSED = re.compile(
    r'<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>|'
    r'<div class="md-dialog"[^>]*>\s*<div class="md-dialog__inner[^>]*></div>\s*</div>'
)
"""Controls of the theme's own menu, search and messages, which the site has none of; two of them are no valid HTML."""


class SiteError(GongshiError):
    """The site could not be made; the message says why."""

    sentence = "网站不能生成：{0}。The site cannot be made."


class _Complaints(logging.Handler):
    """Keeps what mkdocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


class _WithoutUnused(BasePlugin):  # type: ignore[no-untyped-call, type-arg] # mkdocs' own base is untyped
    """Takes controls that nothing uses out of every page; the theme offers no block to leave them out."""

    def on_post_page(self, output: str, **_: object) -> str:
        """A page, as the theme made it, without them."""
        return _UNUSED.sub("", output)

    def on_post_template(self, output_content: str, **_: object) -> str:
        """The page for lost visitors without them."""
        return _UNUSED.sub("", output_content)


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """What mkdocs warns of meanwhile, kept from the terminal."""
    logger = logging.getLogger("mkdocs")
    handler, propagate = _Complaints(), logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield handler.messages
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


def wrap(site: PublicSite, mkdocs_yml: Path, sources: Path, out: Path) -> None:
    """Make finished pages of the bodies in `sources` and write them to `out`; SiteError if mkdocs complains.

    A theme template's own error comes out as jinja2 raises it.
    """
    with _complaints() as messages:
        try:
            config = load_config(
                str(mkdocs_yml),
                docs_dir=str(sources.absolute()),
                site_dir=str(out.absolute()),
                site_name=site.name,
                site_url=site.url,
                site_description=site.description,
                strict=True,
            )
            config.extra.update(publisher=site.publisher, sample=site.sample, today=site.today, policy=POLICY)
            config.plugins["without-unused"] = _WithoutUnused()
            build(config)
        except MkDocsException as error:
            raise SiteError("; ".join([*messages, str(error)])) from error
    if messages:
        raise SiteError("; ".join(messages))
