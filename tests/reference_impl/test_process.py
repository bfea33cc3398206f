"""The real process, over HTTP and SMTP, with its clock stopped in the past."""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from email import message_from_bytes, policy

import httpx
import pytest

from tests.reference_impl.conftest import NEW, OLD
from tests.reference_impl.test_door import SPACE, TOKEN

PATIENCE_S = 30
DOOR = {"Authorization": f"Bearer {TOKEN}"}


@contextmanager
def launched(*options: str):
    """The site on a free port: its process, to be ended by the block, and its address."""
    command = [sys.executable, "-m", "reference_impl", "--port", "0", *options]
    environment = os.environ | {"FOCUS_DOOR_TOKEN": TOKEN}
    with subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        line = next(line for line in process.stderr if "serving" in line)
        try:
            yield process, re.search(r"http://\S+", line)[0]
        finally:
            process.kill()  # nothing any more, where the block has ended it


@contextmanager
def running(*options: str):
    """The address of the site; it ends with SIGTERM, cleanly."""
    with launched(*options) as (process, address):
        try:
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            process.stdout.read()
            said = process.stderr.read()
            process.wait()
    assert process.returncode == 0, said
    assert "Traceback" not in said


class Browser(httpx.Client):
    """A visitor who sends back the form token of the page before."""

    def post_form(self, path: str, page: httpx.Response, **fields: str) -> httpx.Response:
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)[1]
        return self.post(path, data={"csrf_token": token} | fields)

    def logs_in(self, password: str) -> httpx.Response:
        page = self.get("/authentification")
        return self.post_form("/authentification", page, address=SPACE["email"], password=password)

    def copies(self, path: str, **fields: str) -> httpx.Response:
        """Send the form at ``path``, its image copied."""
        page = self.get(path)
        image = re.search(r'<img src="([^"]+)"', page.text)[1]
        signs = self.get("/essai/captcha", params={"image": image}, headers=DOOR).json()["answer"]
        image_id = image.rpartition("/")[2].removesuffix(".png")
        return self.post_form(path, page, image=signs, image_id=image_id, **fields)

    def stops_the_clock(self, instant: str) -> None:
        self.put("/essai/clock", json={"now": instant}, headers=DOOR).raise_for_status()

    def forgets(self) -> httpx.Response:
        page = self.copies("/mot-de-passe-oublie", address=SPACE["email"])
        page = self.post_form("/mot-de-passe-oublie/reponse", page, answer=SPACE["answer"])
        return self.post_form("/mot-de-passe-oublie/nouveau-mot-de-passe", page, password=NEW, confirmation=NEW)


def browser(address: str) -> Browser:
    return Browser(base_url=address, follow_redirects=True, timeout=PATIENCE_S)


def test_a_whole_procedure_in_the_past(mailbox):
    with running("--door", "--smtp", f"127.0.0.1:{mailbox.port}") as address, browser(address) as visitor:
        visitor.stops_the_clock("2023-06-06T10:00:00+02:00")
        visitor.post("/essai/spaces", json=SPACE, headers=DOOR)
        assert visitor.logs_in(OLD).url.path == "/espace"
        assert "05 juin 2026" in visitor.forgets().text
        [mail] = mailbox.wait_for(SPACE["email"], 1, PATIENCE_S)
        letter = message_from_bytes(mail.raw, policy=policy.default)
        assert letter["Date"].datetime.isoformat() == "2023-06-06T10:00:00+02:00"
        assert visitor.logs_in(NEW).url.path == "/espace"


def test_the_clock_goes_to_and_fro_and_then_lives_again():
    with running("--door") as address, browser(address) as visitor:
        for instant in ("2030-01-01T00:00:00+00:00", "1999-12-31T23:59:59+00:00", "2024-02-29T12:00:00+00:00"):
            visitor.stops_the_clock(instant)
            assert visitor.get("/essai/clock", headers=DOOR).json() == {"now": instant}
        visitor.post("/essai/reset", headers=DOOR)
        first, second = (visitor.get("/essai/clock", headers=DOOR).json()["now"] for _ in range(2))
        assert first < second


def test_many_requests_while_the_clock_stands(tmp_path):
    with running("--door", "--database", str(tmp_path / "site.sqlite3")) as address, browser(address) as visitor:
        visitor.stops_the_clock("2023-06-06T10:00:00+02:00")
        assert {visitor.get("/mot-de-passe-oublie").status_code for _ in range(40)} == {200}


def test_mail_server_down_then_back(absent_mailbox):
    mailbox = absent_mailbox
    with running("--door", "--smtp", f"127.0.0.1:{mailbox.port}") as address, browser(address) as visitor:
        visitor.post("/essai/spaces", json=SPACE, headers=DOOR)
        assert "succès" in visitor.forgets().text
        assert visitor.logs_in(NEW).url.path == "/espace"
        mailbox.start()
        assert len(mailbox.wait_for(SPACE["email"], 1, PATIENCE_S)) == 1


def test_a_restart_loses_neither_space_nor_mail(tmp_path, absent_mailbox):
    mailbox = absent_mailbox
    options = ("--door", "--smtp", f"127.0.0.1:{mailbox.port}", "--database", str(tmp_path / "site.sqlite3"))
    with running(*options) as address, browser(address) as visitor:
        visitor.post("/essai/spaces", json=SPACE, headers=DOOR)
        visitor.forgets()
    mailbox.start()
    with running(*options) as address, browser(address) as visitor:
        assert len(mailbox.wait_for(SPACE["email"], 1, PATIENCE_S)) == 1
        assert visitor.logs_in(NEW).url.path == "/espace"


def test_a_defect_is_in_the_process():
    with running("--door", "--defect", "validite-d-un-an") as address, browser(address) as visitor:
        visitor.stops_the_clock("2023-06-06T10:00:00+02:00")
        visitor.post("/essai/spaces", json=SPACE, headers=DOOR)
        assert "05 juin 2024" in visitor.forgets().text


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--smtp", "nowhere"), "HOST:PORT is expected"),
        (("--port", "{taken}"), "cannot listen on 127.0.0.1"),
        (("--door",), "needs a token"),
        (("--captcha", "abc"), "6 signs of"),
        (("--database", "/no/such/folder/site.sqlite3"), "unable to open database file"),
    ],
)
def test_what_cannot_start_says_why_in_one_line(options, reason):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        given = [option.format(taken=taken.getsockname()[1]) for option in options]
        environment = {name: value for name, value in os.environ.items() if name != "FOCUS_DOOR_TOKEN"}
        command = [sys.executable, "-m", "reference_impl", *given]
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert reason in ended.stderr


def test_one_answer_for_every_image():
    """A staging site without a door: its images are drawn as ever."""
    with running("--captcha", "abdehj") as address, browser(address) as visitor:
        page = visitor.get("/mot-de-passe-oublie")
        image_id = re.search(r'<img src="[^"]*/([^/"]+)\.png"', page.text)[1]
        following = visitor.post_form(
            "/mot-de-passe-oublie", page, image="abdehj", image_id=image_id, address=SPACE["email"]
        )
        assert following.url.path == "/mot-de-passe-oublie/reponse"


def test_the_demonstration_prints_how_to_enter():
    command = [sys.executable, "-u", "-m", "reference_impl", "--port", "0", "--demo"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        printed = [next(process.stdout) for _ in range(3)]
        process.terminate()
        process.stdout.read()
    assert "Lila ROSEMONDE" in printed[0]
    assert "lila.rosemonde@example.test" in printed[1]
