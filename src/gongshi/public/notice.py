"""What the public may see of a published notice."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PublicNotice:
    """A published notice."""

    key: str
    """programme/id; its files are notices/<key>.docx and .pdf."""
    programme: str
    id: str
    kind: str
    kind_name: str
    title: str
    document_no: str
    """Empty for a 公示."""
    organs: tuple[str, ...]
    issued_on: str
    """ISO date."""
    award: str = ""
    """Id of the award it is about, if it is about one."""
    corrected_by: str = ""
    """Key of the latest notice that corrects it."""
    withdrawn_by: str = ""
    """Key of the notice that withdraws it."""
    concerns: str = ""
    """Key of the notice that it corrects, withdraws or supplements itself."""
    supplemented_by: tuple[str, ...] = ()
    """Keys of the notices in force that supplement it."""
    extends_to: str = ""
    """The last day for applications that it sets in place of the call's, as ISO date; empty if it extends nothing."""
