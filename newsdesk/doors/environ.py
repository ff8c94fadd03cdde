"""Converting an ASGI request to WSGI."""

from __future__ import annotations

import io
import sys
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from newsdesk.doors.bodies import Scope

#: Characters that stay as they are in a query; other bytes (clients may send raw Arabic) are percent-encoded.
_PLAIN = "".join(map(chr, range(0x21, 0x7F)))
_ONLY_ONCE = {b"content-length", b"transfer-encoding"}


def environ_of(scope: Scope, body: bytes) -> dict[str, Any]:
    """The WSGI environment (PEP 3333) of a request whose body has been received."""
    client, server = scope.get("client") or ("", 0), scope.get("server") or ("localhost", 80)
    return {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": quote(scope["query_string"], safe=_PLAIN),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1]),
        "REMOTE_ADDR": client[0],
        "REMOTE_PORT": str(client[1]),
        **_headers(scope),
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def _headers(scope: Scope) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        # X_Forwarded_For would become the same variable as X-Forwarded-For, and that one must come from a proxy.
        if b"_" in name or name in _ONLY_ONCE:
            continue
        key = name.decode("latin-1").upper().replace("-", "_")
        key = key if key == "CONTENT_TYPE" else f"HTTP_{key}"
        between = "; " if key == "HTTP_COOKIE" else ","
        text = value.decode("latin-1")
        found[key] = f"{found[key]}{between}{text}" if key in found else text
    return found
