"""Organs that issue, co-issue or pay, with their offices: content/organs.yaml."""

from typing import Annotated

from pydantic import Field

from gongshi.model.base import Identifier, Key, Many, Record, Text


class Office(Record, title="处室"):
    """An office (处室) of an organ, as the public may contact it."""

    id: Identifier = Field(title="处室编号")
    name: Text = Field(title="处室名称")
    telephone: Text = Field(title="联系电话")
    email: Text | None = Field(None, title="电子邮件")
    person: Text | None = Field(
        None, title="联系人", json_schema_extra={"note": "年度申报的 show_persons 为 true 时才印出"}
    )
    """A contact's name; printed only if the programme shows persons."""


class Organ(Record, title="机关"):
    """An organ (机关)."""

    id: Identifier = Field(title="机关编号")
    name: Text = Field(title="机关全称")
    short_name: Text = Field(title="机关简称")
    number_codes: Many[Text] = Field(
        (), title="发文机关代字", json_schema_extra={"note": "可以用在发文字号开头的代字，如 样文"}
    )
    """Codes that may begin its document numbers, e.g. 样文."""
    department: Text | None = Field(
        None,
        title="对口部门",
        json_schema_extra={"note": "市、县与它对口的部门怎么称呼，如 财政部门；公文不必提到的不填"},
    )
    """What its counterparts in cities and counties are called, e.g. 财政部门; None if notices need not name them."""
    imprint_office: Text | None = Field(
        None, title="印发机关", json_schema_extra={"note": "版记中的印发机关；自己不印发公文的不填"}
    )
    """Office named in the imprint; None if the organ prints nothing itself."""
    address: Text | None = Field(None, title="通信地址")
    postcode: Text | None = Field(None, title="邮政编码", pattern=r"^[0-9]{6}$")
    offices: Annotated[Many[Office], Key("id")] = Field((), title="处室")
    """Texts name those that a programme names as contacts, and no others."""
