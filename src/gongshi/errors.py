"""The base of this program's exceptions, and the exit codes of its commands."""

from typing import ClassVar

EXIT_OK = 0
EXIT_PROBLEMS = 1
"""Problems in the records or templates, or on this machine; nothing was released."""
EXIT_USAGE = 2
"""A wrong option on the command line."""
EXIT_REFUSED = 3
"""Refused for safety: going on would destroy what this program did not make."""
EXIT_BUSY = 4
"""Another run is at work."""
EXIT_INTERNAL = 5
"""An error in the program; a log has the traceback."""


class GongshiError(Exception):
    """Something could not be done, and people can do something about it.

    An error in the program itself is no GongshiError: its traceback goes to the log.
    """

    code: int = EXIT_PROBLEMS
    """Exit code of the command that it ends."""
    sentence: ClassVar[str] = "{0}"
    """What `text` says, in Chinese and then in English; {0} is the message that the exception was made with."""

    @property
    def text(self) -> str:
        """Why it could not be done, for people."""
        return self.sentence.format(self)
