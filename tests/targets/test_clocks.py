"""Clocks that need no door: libfaketime over real processes, a command of the vendor, the date of a page."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from fakes.smtp import CapturedSmtp
from targets import faketime
from targets.faults import CapabilityMissing, EnvironmentFault, LeverFault
from targets.levers import levers
from targets.mail import mailbox
from targets.profile import load
from targets.sections import ClockByFaketime
from targets.web import Pace

from .test_reference import free_port
from .webs import FakeWeb, serving

AT = datetime(2024, 3, 30, 13, tzinfo=UTC)
TWICE = [datetime(2024, 10, 27, hour, 30, tzinfo=UTC) for hour in (0, 1)]  # 02:30 in Paris, both times
PYTHON = """
import http.server, sys
class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self): self.send_response(200); self.end_headers()
    def log_message(self, *_): pass
server = http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Page)
print("up", flush=True)
server.serve_forever()
"""
NODE = """
require("http").createServer((_, answer) => answer.end("page"))
  .listen(+process.argv[1], "127.0.0.1", () => console.log("up"))
"""
PROGRAMS = {"python": [sys.executable, "-c", PYTHON], "node": ["node", "-e", NODE]}


def site_of(profile, sections, **made):
    site = profile(sections)
    return levers(site, mailbox(site, CapturedSmtp()), **made)


@contextmanager
def faked(write, tmp_path, program: str, zone: str):
    """A real process under libfaketime, in a time zone, and the levers of its profile."""
    if faketime.find() is None:
        pytest.skip("libfaketime is not installed here (Debian: apt-get install libfaketime)")
    if shutil.which(PROGRAMS[program][0]) is None:
        pytest.skip(f"{program} is not installed here")
    port, file = free_port(), tmp_path / "clock"
    site = load(write(
        f'[target]\nname = "S"\nversion = "1"\nbase_url = "http://127.0.0.1:{port}"\n'
        '[start]\ncommand = "site"\n[clock]\nkind = "faketime"\npast = true\n'
    ))  # fmt: skip
    env = faketime.environment(site.clock, file, {**os.environ, "TZ": zone, "FAKETIME": "+9d"})
    with subprocess.Popen([*PROGRAMS[program], str(port)], env=env, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"up\n"
        try:
            with levers(site, mailbox(site, CapturedSmtp()), clock_file=file) as pulled:
                yield pulled
        finally:
            process.terminate()
            process.wait()
            faketime.forget(process.pid)


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("zone", ["UTC", "Europe/Paris", "Pacific/Auckland"])
def test_a_real_process_stands_at_each_instant(write, tmp_path, program, zone):
    real = datetime.fromtimestamp(Path("/proc/self").stat().st_ctime, UTC)
    with faked(write, tmp_path, program, zone) as site:
        assert abs(site.clock.now() - real) < timedelta(minutes=2)
        for instant in (AT, AT + timedelta(seconds=1), *TWICE, datetime(2039, 2, 28, tzinfo=UTC)):
            site.clock.set(instant)
            assert site.clock.now() == instant


def test_a_site_that_another_clock_dates(profile, tmp_path):
    with serving(FakeWeb()) as web:
        web.answers, web.date = {"/": b""}, format_datetime(AT, usegmt=True)
        sections = '[start]\ncommand = "site"\n[clock]\nkind = "faketime"\npast = true'
        site = profile(sections).model_copy(update={"target": target_at(profile, web)})
        with levers(site, mailbox(site, CapturedSmtp()), clock_file=tmp_path / "clock") as pulled:
            pulled.clock.set(AT)
            with pytest.raises(LeverFault) as fault:
                pulled.clock.set(AT + timedelta(days=1))
    assert fault.value.seen == AT.isoformat()
    assert "libfaketime" in fault.value.repair


def target_at(profile, web):
    return profile().target.model_copy(update={"base_url": web.url})


@pytest.mark.parametrize("date", [None, "hier"])
def test_a_site_that_does_not_say_its_date(profile, tmp_path, date):
    with serving(FakeWeb()) as web:
        web.answers, web.date = {"/": b""}, date
        site = profile('[clock]\nkind = "command"\nset = "true {instant}"\n').model_copy(
            update={"target": target_at(profile, web)}
        )
        with (
            levers(site, mailbox(site, CapturedSmtp())) as pulled,
            pytest.raises(LeverFault, match="ne dit pas sa date"),
        ):
            pulled.clock.now()
    with levers(site, mailbox(site, CapturedSmtp())) as pulled, pytest.raises(EnvironmentFault, match="ne répond pas"):
        pulled.clock.now()


def test_the_environment_of_libfaketime(tmp_path):
    library = tmp_path / "lib.so"
    library.touch()
    clock = ClockByFaketime(kind="faketime", library=str(library))
    inherited = {"FAKETIME": "+9d", "LD_PRELOAD": "/autre.so", "TZ": "UTC"}
    env = faketime.environment(clock, tmp_path / "clock", inherited)
    assert env["LD_PRELOAD"] == f"{library}:/autre.so"
    assert "FAKETIME" not in env
    assert (env["TZ"], env["FAKETIME_FMT"], env["FAKETIME_NO_CACHE"]) == ("UTC", "%s", "1")
    assert (tmp_path / "clock").read_text() == "+0\n"


def test_a_library_that_is_not_there(tmp_path, monkeypatch):
    with pytest.raises(LeverFault, match=r"n'est pas là \(/absente\.so\)") as fault:
        faketime.library("/absente.so")
    assert "apt-get install libfaketime" in fault.value.repair
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(LeverFault, match="sous Linux"):
        faketime.library(None)


# -- a command ------------------------------------------------------------------------------------------------------


def command(*words: str) -> str:
    return json.dumps([sys.executable, "-c", *words])


KEEP = command("import sys; open('clock.txt', 'w').write(sys.argv[1])", "{instant}")
TELL = command("print(open('clock.txt').read())")


def test_a_command_moves_the_clock(profile, tmp_path):
    with site_of(profile, f'[clock]\nkind = "command"\npast = true\nset = {KEEP}\nnow = {TELL}') as site:
        site.clock.set(AT)
        assert site.clock.now() == AT
    assert (tmp_path / "clock.txt").read_text() == "2024-03-30T13:00:00+00:00"


@pytest.mark.parametrize(
    ("moved", "told", "seen"),
    [
        (command("import sys; sys.exit('horloge bloquée')", "{instant}"), TELL, "code 1 horloge bloquée"),
        ('["/absente", "{instant}"]', TELL, "No such file or directory: '/absente'"),
        (command("import threading; threading.Event().wait()", "{instant}"), TELL, "toujours en cours après 1 s"),
        (KEEP, command("print('midi')"), "midi"),
        (KEEP, command("print('2024-03-30T13:00:00')"), "2024-03-30T13:00:00"),
        (KEEP, command("print('2024-03-30T12:00:00+00:00')"), "2024-03-30T12:00:00+00:00"),
    ],
    ids=["fails", "absent", "endless", "not a date", "no offset", "elsewhere"],
)
def test_a_command_that_does_not_do_it(profile, moved, told, seen):
    sections = f'[clock]\nkind = "command"\npast = true\ntimeout_s = 1\nset = {moved}\nnow = {told}'
    with site_of(profile, sections) as site, pytest.raises(LeverFault) as fault:
        site.clock.set(AT)
    assert seen in fault.value.seen
    assert "[clock] set" in fault.value.repair or "[clock] now" in fault.value.repair


def test_a_command_may_not_go_back_unless_said(profile):
    told = command("print('2024-03-30T13:00:00+00:00')")
    sections = f'[clock]\nkind = "command"\nset = {KEEP}\nnow = {told}'
    with site_of(profile, sections) as site, pytest.raises(CapabilityMissing) as missing:
        site.clock.set(AT - timedelta(days=1))
    assert missing.value.capability == "clock.past"


# -- pace -----------------------------------------------------------------------------------------------------------


def test_a_pace_spaces_turns_out(monkeypatch):
    at, waits = [100.0], []
    monkeypatch.setattr("targets.web.time.monotonic", lambda: at[0])
    monkeypatch.setattr("targets.web.threading.Event", type("E", (), {"wait": lambda _, s: waits.append(s)}))
    pace = Pace(4)
    for _ in range(3):
        pace.turn()
    at[0] = 200
    pace.turn()
    assert waits == [0.0, 0.25, 0.5, 0.0]


def test_no_pace_never_waits():
    Pace(None).turn()
