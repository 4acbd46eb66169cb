"""The tables of a round's page: those that have rows."""

from gongshi.pages.tables.call import categories_table
from gongshi.pages.tables.round_lists import list_tables, pilots_table, windows_table
from gongshi.pages.tables.round_money import paid_table, payments_table
from gongshi.pages.tables.supervision import followed_table, reports_table
from gongshi.pages.values.table import Table
from gongshi.public.round import PublicProgramme


def programme_tables(programme: PublicProgramme) -> tuple[Table, ...]:
    """Every table of a round's page that has rows."""
    awards = programme.awards
    makers = (
        (programme.categories, categories_table),
        (programme.pilots, pilots_table),
        (programme.windows, windows_table),
        (programme.payments, payments_table),
        ([award for award in awards if award.paid], paid_table),
        ([award for award in awards if award.reports], reports_table),
        ([award for award in awards if award.evaluations or award.rewards or award.plaque_on], followed_table),
    )
    return (
        *list_tables(programme),
        *(make(programme) for rows, make in makers if rows),
    )
