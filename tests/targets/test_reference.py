"""The reference's own profile, for real: the site it starts, and each lever that it declares."""

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from fakes.smtp import CapturedSmtp
from targets.faults import LeverFault
from targets.levers import levers
from targets.mail import mailbox
from targets.profile import load
from targets.spaces import STATES, SpaceSeed

from .test_levers import Lila


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@pytest.fixture(scope="module")
def running():
    """The reference, started by the very command of its profile; connecting is tried again until it listens."""
    values = {"port": free_port(), "smtp_port": free_port(), "door_token": "jeton", "python": sys.executable}
    profile = load(Path("targets/reference.toml")).resolve(**values)
    with subprocess.Popen(profile.start.command, env={**os.environ, **profile.start.env}) as process:
        try:
            with httpx.Client(transport=httpx.HTTPTransport(retries=7), timeout=profile.start.timeout_s) as client:
                assert client.get(profile.start.ready).status_code == 200
            yield profile
        finally:
            process.terminate()


@pytest.fixture
def site(running):
    with levers(running, mailbox(running, CapturedSmtp())) as pulled:
        yield pulled
        pulled.reset()


@pytest.mark.parametrize("year", [2001, 2023, 2038])
def test_the_clock_goes_anywhere(site, year):
    site.clock.set(datetime(year, 2, 28, 23, 59, 59, tzinfo=UTC))
    assert site.clock.now() == datetime(year, 2, 28, 23, 59, 59, tzinfo=UTC)


def test_spaces_of_every_state(site):
    site.clock.set(datetime(2023, 10, 26, 11, tzinfo=UTC))
    people = [SpaceSeed.of(Lila(email=f"{state}@exemple.test"), state=state) for state in STATES]
    numbers = [site.spaces.create(seed) for seed in people]
    assert len(set(numbers)) == len(STATES)
    assert all(number.startswith("2023299") for number in numbers)


def test_an_address_serves_one_space(site):
    site.spaces.create(SpaceSeed.of(Lila()))
    with pytest.raises(LeverFault, match=r"a répondu 409 à POST /spaces\.$"):
        site.spaces.create(SpaceSeed.of(Lila()))


def test_an_image_that_was_never_shown(site):
    with pytest.raises(LeverFault, match=r"a répondu 404 à GET /captcha\.$"):
        site.captcha.answer("/captcha/inconnue.png")


def test_reset_forgets_and_gives_the_real_time_back(site):
    before = site.clock.now()
    site.spaces.create(SpaceSeed.of(Lila()))
    site.clock.set(datetime(2001, 1, 1, tzinfo=UTC))
    site.reset()
    assert site.clock.now() >= before
    assert site.spaces.create(SpaceSeed.of(Lila()))
