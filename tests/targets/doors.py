"""A real HTTP server that plays the test door, right or wrong as each test wants it."""

import json
import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "jeton-de-la-porte"


class FakeDoor(ThreadingHTTPServer):
    """``answers``: (method, path without query) -> (status, body). ``asked``: what was received, in order."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[tuple[str, str], tuple[int, Any]] = {}
        self.asked: list[tuple[str, str, Any]] = []
        self.url = f"http://127.0.0.1:{self.server_port}/essai"


class _Handler(BaseHTTPRequestHandler):
    server: FakeDoor

    def _answer(self) -> None:
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append((self.command, self.path, json.loads(sent) if sent else None))
        status, body = self._chosen()
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def _chosen(self) -> tuple[int, Any]:
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            return 401, {"error": f"not {TOKEN}"}
        path = self.path.split("?")[0].removeprefix("/essai")
        return self.server.answers.get((self.command, path), (404, {"error": "no such door"}))

    do_GET = do_PUT = do_POST = _answer  # noqa: N815 - names of http.server

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving():
    server = FakeDoor()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def saying(words: bytes | None):
    """A server that answers any connection with these bytes, or with nothing at all."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=_say, args=(listener, words))
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/essai"
        thread.join()


def _say(listener: socket.socket, words: bytes | None) -> None:
    connection, _ = listener.accept()
    with connection:
        if words is not None:
            connection.recv(65536)
            connection.sendall(words)
        else:
            while connection.recv(65536):
                pass
