"""Public holidays and make-up workdays by year: content/calendar.yaml."""

from pydantic import Field

from gongshi.model.base import Day, Many, Record, Text

_SATURDAY = 5


class Holiday(Record, title="节日"):
    """One public holiday with all its days off, weekends included."""

    name: Text = Field(title="节日")
    first_day: Day = Field(title="放假首日", json_schema_extra={"note": "连同周末在内"})
    last_day: Day = Field(title="放假末日")


class CalendarYear(Record, title="一年的放假安排"):
    """The State Council's arrangement (放假安排) for one year."""

    year: int = Field(title="年份", ge=1990, le=2100)
    source: Text = Field(title="依据", json_schema_extra={"note": "国务院办公厅安排这一年放假的通知"})
    """The notice that arranged the year."""
    holidays: Many[Holiday] = Field(title="放假安排")
    workdays: Many[Day] = Field((), title="调休上班日", json_schema_extra={"note": "调休要上班的星期六、星期日"})
    """Weekend days that were worked."""

    def is_workday(self, day: Day) -> bool:
        """Whether `day`, which must lie in this year, is a working day."""
        if day in self.workdays:
            return True
        off = any(holiday.first_day <= day <= holiday.last_day for holiday in self.holidays)
        return not off and day.weekday() < _SATURDAY
