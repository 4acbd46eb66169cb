"""What the public needs to apply, to ask and to object: materials, offices, where objections go."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PublicMaterial:
    """Something to hand in."""

    name: str
    form: str
    clause: str


@dataclass(frozen=True)
class PublicContact:
    """An office to ask."""

    organ: str
    """Full name of the organ."""
    organ_short_name: str
    office: str
    telephone: str
    email: str
    person: str
    about: str
    """Names of the categories it answers for; empty means all."""


@dataclass(frozen=True)
class PublicObjections:
    """How to object during a publicity window."""

    minimum_days: int
    unit: str
    """天 or 个工作日, as people say it after a number."""
    where: str
    organ: str
    """Full name of the organ that takes them."""
    organ_short_name: str
    office: str
    telephone: str
    address: str
    postcode: str
    real_name: bool
