"""The public projection with look-ups: everything by its id, which notice is in force, where a figure is printed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from gongshi.pages.catalogue.changes import Change, changes_of
from gongshi.pages.values.clauses import sheet_of_clause
from gongshi.pages.values.files import FormFiles, NoticeFiles
from gongshi.pages.values.table import Source
from gongshi.public.award import PublicAward
from gongshi.public.category import PublicCategory
from gongshi.public.notice import PublicNotice
from gongshi.public.places import PublicCounty
from gongshi.public.round import PublicProgramme
from gongshi.public.scheme import PublicScheme
from gongshi.public.site import PublicSite


@dataclass(frozen=True)
class Catalogue:
    """The projection, with its parts by id."""

    site: PublicSite
    files: Mapping[str, NoticeFiles]
    forms: Mapping[str, FormFiles]
    """Blank application forms by round, of those whose call is public."""
    schemes: Mapping[str, PublicScheme]
    programmes: Mapping[str, PublicProgramme]
    counties: Mapping[str, PublicCounty]
    awards: Mapping[str, PublicAward]
    notices: Mapping[str, PublicNotice]
    """By key, the latest first."""
    changes: tuple[Change, ...]
    """What became public, the latest first."""

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a round, the latest first."""
        return tuple(sorted({programme.year for programme in self.site.programmes}, reverse=True))

    def awards_of(self, divisions: Collection[str]) -> list[PublicAward]:
        """Whoever of some divisions was proposed, awarded, a pilot or fell out, by year, the latest first."""
        found = [award for award in self.awards.values() if award.division in divisions]
        return sorted(found, key=lambda award: self.programmes[award.programme].year, reverse=True)

    def category(self, award: PublicAward) -> PublicCategory:
        """The category of an award in its round."""
        categories = self.programmes[award.programme].categories
        return next(category for category in categories if category.id == award.category)

    def sheet_of(self, source: Source) -> int | None:
        """The page of the notice's PDF on which a figure or its clause stands; None if it is nowhere in it."""
        files, notice = self.files[source.notice], self.notices[source.notice]
        if source.clause and not source.words and notice.kind == "call":
            return sheet_of_clause(files.sheets, source.clause, self.programmes[notice.programme].terms_title)
        return files.sheet_with(source.words)


def catalogue_of(site: PublicSite, files: Mapping[str, NoticeFiles]) -> Catalogue:
    """The look-ups for a site; KeyError if a published notice has no files."""
    notices = [notice for programme in site.programmes for notice in programme.notices]
    notices.sort(key=lambda notice: notice.issued_on, reverse=True)
    forms = {p.id: form for p in site.programmes if p.has_form for n in p.notices if (form := files[n.key].form)}
    awards = [award for p in site.programmes for award in (*p.awards, *p.pilots, *p.dropped)]
    return Catalogue(
        site=site,
        files={notice.key: files[notice.key] for notice in notices},
        forms=forms,
        schemes={scheme.id: scheme for scheme in site.schemes},
        programmes={programme.id: programme for programme in site.programmes},
        counties={county.id: county for county in site.counties},
        awards={award.id: award for award in awards},
        notices={notice.key: notice for notice in notices},
        changes=changes_of(site),
    )


def in_force(notices: Iterable[PublicNotice], kind: str) -> list[PublicNotice]:
    """Those of a kind that were not withdrawn, the earliest first."""
    found = [notice for notice in notices if notice.kind == kind and not notice.withdrawn_by]
    return sorted(found, key=lambda notice: (notice.issued_on, notice.key))


def call_of(programme: PublicProgramme) -> PublicNotice | None:
    """The round's call; None if it is not public or was withdrawn."""
    return next(iter(in_force(programme.notices, "call")), None)
