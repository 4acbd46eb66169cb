"""Every source that the sample's site names is right: the page that it leads to holds what it says."""

import json

import pytest
from sample_workspace import Published

from gongshi.composed import compose_project
from gongshi.pages.build.all_pages import pages_of
from gongshi.pages.catalogue.catalogue import Catalogue, catalogue_of
from gongshi.pages.catalogue.sources import sources_of_award, sources_of_round, windows_of_award
from gongshi.pages.data.files import data_files
from gongshi.pages.values.files import NoticeFiles
from gongshi.pages.values.table import Source
from gongshi.projection.projection import public_view


@pytest.fixture(scope="module", name="catalogue")
def _catalogue(sample: Published) -> Catalogue:
    composed = compose_project(sample.project)
    assert composed.model is not None
    site = public_view(composed.model, composed.notices, composed.views)
    files = {}
    for notice in (notice for programme in site.programmes for notice in programme.notices):
        stem, text = sample.project.notices / notice.key, sample.project.build / "text" / notice.key
        sheets = tuple(json.loads(text.with_suffix(".json").read_text(encoding="utf-8"))["pages"])
        files[notice.key] = NoticeFiles(notice.key, (), stem.with_suffix(".docx"), stem.with_suffix(".pdf"), sheets)
    return catalogue_of(site, files)


def sources_of(catalogue: Catalogue) -> list[Source]:
    """All sources of awards and rounds, and those of tables."""
    facts = [sources_of_award(catalogue, award) for award in catalogue.awards.values()]
    facts += [sources_of_round(catalogue, programme) for programme in catalogue.site.programmes]
    windows = [source for award in catalogue.awards.values() for _, source in windows_of_award(catalogue, award)]
    tables = [
        source
        for page in pages_of(catalogue, data_files(catalogue.site))
        for table in page.tables
        for source in table.sources
    ]
    return [*windows, *tables, *(source for each in facts for sources in each.values() for source in sources)]


def test_the_page_of_a_source_holds_its_words(catalogue: Catalogue) -> None:
    """All words stand on the page that was found, and on no page before it."""
    for source in sources_of(catalogue):
        sheets, page = catalogue.files[source.notice].sheets, catalogue.sheet_of(source)
        if source.words:
            holding = [n for n, text in enumerate(sheets, 1) if all("".join(w.split()) in text for w in source.words)]
            assert holding[:1] == [page], source


def test_every_fact_of_an_award_has_its_page(catalogue: Catalogue) -> None:
    """Each winner and pilot is found in a list, each window in its 公示, each clause in its call: none lacks a page."""
    for award in catalogue.awards.values():
        facts = sources_of_award(catalogue, award)
        sources = [source for each in facts.values() for source in each]
        assert facts["plan"], award.id
        assert [source for source in sources if catalogue.sheet_of(source) is None] == []


def test_the_clauses_of_all_conditions_are_found(catalogue: Catalogue) -> None:
    """Every clause of a condition, a task or a rule on money leads to the page of the call on which it begins."""
    for programme in catalogue.site.programmes:
        clauses = {item.clause for item in programme.conditions} | {programme.funding.clause}
        for category in programme.categories:
            clauses |= {condition.clause for condition in category.conditions}
            clauses |= {task.clause for task in category.tasks}
        call = f"{programme.id}/call"
        assert [each for each in clauses if catalogue.sheet_of(Source(call, each)) is None] == []
