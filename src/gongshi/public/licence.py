"""On what terms the public may use the data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PublicLicence:
    """The licence of all data files."""

    name: str
    """Its name or its terms in a sentence, in Chinese, without a full stop."""
    english: str
    """The same in English."""
    url: str = ""
    """Where its text is; empty if the sentence is all."""
