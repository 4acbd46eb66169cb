"""The finished site as nginx serves it with the settings in setup/server, on a port of this machine; for measuring."""

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[1]


@contextmanager
def nginx(workspace: Path, folder: Path) -> Iterator[str]:
    """Serve the site of a workspace; gives its address. `folder` is for nginx's own files."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = (PROGRAM / "setup/server/nginx.conf").read_text(encoding="utf-8")
    (folder / "site.conf").write_text(settings.replace("/srv/gongshi", str(workspace.resolve())), encoding="utf-8")
    temporary = "".join(
        f"{name}_temp_path {folder}/{name}; " for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log stderr crit; events {{}}\n"
        f"http {{ access_log off; {temporary}\n"
        f"server {{ listen 127.0.0.1:{port}; include {folder}/site.conf; }} }}\n",
        encoding="utf-8",
    )
    address = f"http://127.0.0.1:{port}/"
    with subprocess.Popen(["/usr/sbin/nginx", "-c", str(folder / "nginx.conf")]) as server:
        try:
            _wait(server, address)
            yield address
        finally:
            server.terminate()


def _wait(server: subprocess.Popen[bytes], address: str) -> None:
    """Return once the server answers."""
    for _ in range(100):
        try:
            urllib.request.urlopen(address).close()  # noqa: S310 - the server just started
        except urllib.error.URLError:
            if server.poll() is not None:
                raise
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(address)
