"""Every problem that the program can name, gathered from the modules that define them."""

import importlib
import pkgutil
from collections.abc import Mapping

import gongshi
from gongshi.diagnostics import Problem


def _problems() -> Mapping[str, Problem]:
    modules = [importlib.import_module(found.name) for found in pkgutil.walk_packages(gongshi.__path__, "gongshi.")]
    found = {id(value): value for module in modules for value in vars(module).values() if isinstance(value, Problem)}
    codes = [problem.code for problem in found.values()]
    assert len(set(codes)) == len(codes), "two problems share a code"
    return {problem.code: problem for problem in found.values()}


CATALOGUE = _problems()
"""Each problem by its code."""
