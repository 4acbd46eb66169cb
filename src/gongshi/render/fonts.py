"""Which installed font is used for which role of type, and the fonts of the chosen folders for Typst."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import typst
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from gongshi.errors import GongshiError
from gongshi.project import FontRole, Fonts


class FontError(GongshiError):
    """No family of a role was found; the message names the role's official family and the folders searched."""

    sentence = "字体配置或字体不可用：{0}。The font profile or a font cannot be used."


def find_fonts(profile: Path, folders: Sequence[Path]) -> Fonts:
    """The fonts that are used for the five roles of type.

    Args:
        profile: The font profile: per role the official family, licensed families, stand-ins; fallback for all.
        folders: Folders to look in; one that does not exist counts as empty.

    Raises:
        FontError: If no family of a role is there.
    """
    try:
        rules = YAML(typ="safe").load(profile)
        roles, fallback = rules["roles"].items(), rules["fallback"]
    except (YAMLError, KeyError, TypeError, AttributeError) as error:
        raise FontError(f"{profile}: {' '.join(str(error).split())}") from error
    there = tuple(folder for folder in folders if folder.is_dir())
    installed = frozenset(_load(there).families())
    return Fonts(there, tuple(_role(name, rule, fallback, installed) for name, rule in roles))


def typst_fonts(fonts: Fonts) -> typst.Fonts:
    """The fonts of the folders alone: neither the system's nor those built into Typst."""
    return _load(fonts.folders)


@lru_cache(maxsize=8)
def _load(folders: tuple[Path, ...]) -> typst.Fonts:
    """Reading the folders costs 5 to 80 ms, so each set of folders is read once."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders],
    )


def _role(name: str, rule: dict[str, str | list[str]], fallback: list[str], installed: frozenset[str]) -> FontRole:
    licensed = [family for family in rule["licensed"] if family in installed]
    own = licensed + [family for family in rule["stand_ins"] if family in installed]
    if not own:
        raise FontError(f"{rule['official']}: {' '.join(rule['stand_ins'])}")
    lending = [family for family in fallback if family in installed and family not in own]
    official = str(rule["official"])
    synonyms = tuple(family for family in rule["licensed"] if family != official)
    return FontRole(name, official, tuple(own + lending), licensed=bool(licensed), synonyms=synonyms)
