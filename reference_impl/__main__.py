"""Start the site: ``python -m reference_impl``. See ``--help``; logs go to standard error and hold no secret."""

import argparse
import json
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from types import FrameType
from typing import NoReturn

from flask import Flask
from sqlalchemy.exc import OperationalError
from waitress.server import create_server

from reference_impl import clock, defects, demo, variations
from reference_impl.captcha_media import ALPHABET, LENGTH, draw_answer
from reference_impl.door import open_door
from reference_impl.freezer import Freezer
from reference_impl.hashing import Hasher
from reference_impl.mail.dispatcher import Dispatcher
from reference_impl.mail.transport import Transport, print_transport, smtp_transport
from reference_impl.site import DEFAULT_SENDER, Site
from reference_impl.store.database import MEMORY, Database
from reference_impl.web.app import create_app

TOKEN = "FOCUS_DOOR_TOKEN"  # noqa: S105 - the name of a variable
THREADS = 8

log = logging.getLogger("reference_impl")


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse, wire, serve until told to stop."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    log.setLevel(logging.INFO)  # libraries speak from WARNING on: what they tell of their work may quote a person
    if options.list_defects:
        _list(found.described() for found in defects.catalogue().values())
    elif options.list_variations:
        _list(found.described() for found in variations.catalogue().values())
    elif unknown := set(options.defect) - defects.catalogue().keys():
        _fail(f"unknown defect {', '.join(sorted(unknown))}: see --list-defects")
    elif unknown := set(options.variation) - variations.catalogue().keys():
        _fail(f"unknown variation {', '.join(sorted(unknown))}: see --list-variations")
    else:
        _serve(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m reference_impl", description="A fictitious site that obeys.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000, help="0 for any free one, told in the log")
    parser.add_argument("--smtp", default="print", metavar="HOST:PORT", help="mail server, or « print » (the default)")
    parser.add_argument("--database", default=MEMORY, metavar="PATH", help=f"a file, or {MEMORY} (the default)")
    parser.add_argument("--sender", default=DEFAULT_SENDER, metavar="ADDR", help="address that the mails come from")
    parser.add_argument("--captcha", metavar="SIGNS", help="every image shows these six signs: for a staging site")
    parser.add_argument("--door", action="store_true", help=f"open the test door; its token is in ${TOKEN}")
    parser.add_argument("--defect", metavar="NAME", action="append", default=[], help="put a seeded defect in")
    parser.add_argument(
        "--variation", metavar="NAME", action="append", default=[], help="keep a promise in another admitted way"
    )
    parser.add_argument("--list-variations", action="store_true", help="print the variations as JSON and leave")
    parser.add_argument("--list-defects", action="store_true", help="print the seeded defects as JSON and leave")
    parser.add_argument("--demo", action="store_true", help="make demonstration spaces and print how to enter them")
    return parser


def _list(entries: Iterable[dict[str, object]]) -> None:
    sys.stdout.write(json.dumps(list(entries), ensure_ascii=False, indent=2) + "\n")


def _serve(options: argparse.Namespace) -> None:
    for name in options.variation:
        variations.install(name)
    for name in options.defect:
        defects.install(name)
    database = _database(options.database)
    dispatcher = Dispatcher(database.sessions, _transport(options.smtp), clock.now)
    site = Site(database, Hasher(), dispatcher.wake, options.sender, signs=_signs(options.captcha))
    app = create_app(site)
    if options.door:
        open_door(app, _token(), Freezer())
    if options.demo:
        _introduce(site)
    _run(app, options.host, options.port, dispatcher)
    database.close()


def _database(path: str) -> Database:
    try:
        return Database(path)
    except OperationalError as error:
        _fail(f"--database {path}: {error.orig}")


def _transport(smtp: str) -> Transport:
    if smtp == "print":
        return print_transport(sys.stdout)
    host, _, port = smtp.rpartition(":")
    if not host or not port.isdigit():
        _fail(f"--smtp {smtp}: HOST:PORT is expected")
    return smtp_transport(host, int(port))


def _signs(fixed: str | None) -> Callable[[], str]:
    if fixed is None:
        return draw_answer
    if len(fixed) != LENGTH or set(fixed) - set(ALPHABET):
        _fail(f"--captcha {fixed}: {LENGTH} signs of {ALPHABET} are expected")
    return lambda: fixed


def _token() -> str:
    return os.environ.get(TOKEN) or _fail(f"--door needs a token in the environment variable {TOKEN}")


def _introduce(site: Site) -> None:
    for line in demo.people(site, clock.now()):
        sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _run(app: Flask, host: str, port: int, dispatcher: Dispatcher) -> None:
    try:
        server = create_server(app, host=host, port=port, threads=THREADS, ident=None)
    except OSError as error:
        _fail(f"cannot listen on {host}:{port}: {error.strerror}")
    signal.signal(signal.SIGTERM, _stop)
    dispatcher.start()
    log.info("serving http://%s:%d", host, int(server.effective_port))
    server.run()  # until SIGTERM or Ctrl-C, which it takes as the end
    dispatcher.stop()
    log.info("stopped")


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)


def _fail(reason: str) -> NoReturn:
    sys.exit(f"reference_impl: {reason}")


if __name__ == "__main__":
    main()
