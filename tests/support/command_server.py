"""Loads the program, then runs each command of its input in a copy of itself; see command.py.

Loading takes most of a second, and nothing that a command does in its copy reaches the next one. The copy runs what
`python -m invoke` runs and ends as that does.
"""

import json
import os
import sys
import tempfile

from invoke.main import program

import gongshi.preview
import gongshi.scaffold.notices  # noqa: F401 - loaded ahead, as the next
import tasks  # noqa: F401 - what invoke and its tasks will find loaded


def serve() -> None:
    """Answer each line of arguments with the exit code, standard output and standard error of its command."""
    while line := sys.stdin.readline():
        with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as complained:
            copy = os.fork()
            if copy == 0:
                for own, stream in (
                    (os.open(os.devnull, os.O_RDONLY), 0),
                    (printed.fileno(), 1),
                    (complained.fileno(), 2),
                ):
                    os.dup2(own, stream)
                program.run(json.loads(line))
                return
            code = os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
            texts = []
            for file in (printed, complained):
                file.seek(0)
                texts.append(file.read().decode("utf-8"))
            print(json.dumps([code, *texts]), flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    serve()
