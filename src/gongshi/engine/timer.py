"""Measures how long the parts of a run take."""

import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from gongshi.diagnostics import Timing

P = ParamSpec("P")
T = TypeVar("T")


class Timer:
    """Collects one timing for each part of the work that goes through `time`."""

    def __init__(self) -> None:
        self.timings: tuple[Timing, ...] = ()

    def time(self, part: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do the work and record how long it took, also if it fails.

        Args:
            part: Name of the part for people, in Chinese.
            work: A function.
            *args: What it is called with.
            **kwargs: The same, by name.
        """
        begun = time.perf_counter()
        try:
            return work(*args, **kwargs)
        finally:
            self.timings += (Timing(part, time.perf_counter() - begun),)
