"""A small HTTP server whose answers each test chooses, and a small IMAP server over a list of mails."""

import json
import re
import socketserver
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit


class FakeWeb(ThreadingHTTPServer):
    """``answers``: path -> body (bytes as they are, the rest as JSON), or (status, body). ``asked``: in order;
    ``headers`` go with every answer."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, Any] = {}
        self.asked: list[str] = []
        self.authorizations: list[str | None] = []
        self.date: str | None = None
        self.headers: dict[str, str] = {}
        self.url = f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: FakeWeb

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.authorizations.append(self.headers.get("Authorization"))
        answer = self.server.answers.get(urlsplit(self.path).path, (404, b"not found"))
        answer = answer() if callable(answer) else answer
        status, body = answer if isinstance(answer, tuple) else (200, answer)
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response_only(status)
        if self.server.date is not None:
            self.send_header("Date", self.server.date)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(server):
    """Runs a server of socketserver in a thread, and ends both."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class FakeImap(socketserver.ThreadingTCPServer):
    """IMAP as far as a reader needs it: ``mails`` by UID; ``hang_up`` closes the next conversation."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Imap)
        self.port = self.server_address[1]
        self.mails: dict[int, bytes] = {}
        self.hang_up = False
        self.logins = 0


class _Imap(socketserver.StreamRequestHandler):
    server: FakeImap

    def handle(self) -> None:
        self.wfile.write(b"* OK ready\r\n")
        for line in self.rfile:
            tag, command, *rest = line.decode().strip().split(" ", 2)
            if self.server.hang_up:
                self.server.hang_up = False
                return
            done = self._done(command.upper(), rest[0] if rest else "")
            self.wfile.write(f"{tag} {done}\r\n".encode())
            if command.upper() == "LOGOUT":
                return

    def _done(self, command: str, rest: str) -> str:
        if command == "LOGIN":
            self.server.logins += 1
            return "OK in" if "secret" in rest else f"NO bad {rest}"
        if command == "EXAMINE":
            self.wfile.write(f"* OK [UIDNEXT {max(self.server.mails, default=0) + 1}] next\r\n".encode())
            return "OK [READ-ONLY] done" if "INBOX" in rest else "NO no such mailbox"
        if command == "CAPABILITY":
            self.wfile.write(b"* CAPABILITY IMAP4rev1\r\n")
        if command == "UID":
            self._uid(rest)
        return "OK done"

    def _uid(self, rest: str) -> None:
        if rest.startswith("SEARCH"):
            first = int(re.search(r"(\d+):", rest)[1])
            uids = [uid for uid in self.server.mails if uid >= first] or list(self.server.mails)[-1:]
            self.wfile.write(b"* SEARCH " + " ".join(map(str, uids)).encode() + b"\r\n")
            return
        uid, what = re.match(r"FETCH (\d+) \((.*)\)", rest).groups()
        raw = self.server.mails[int(uid)]
        part = raw.split(b"\r\n\r\n")[0] + b"\r\n\r\n" if "HEADER" in what else raw
        self.wfile.write(f"* 1 FETCH (UID {uid} BODY[]<0> {{{len(part)}}}\r\n".encode() + part + b")\r\n")
