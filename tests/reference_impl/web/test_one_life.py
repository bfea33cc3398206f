"""One space from February 2024 to October 2030, as a calendar: what Lila does, and all that the site says and sends.

Every date below was written by hand from the rules of the sheets: three years less one day, that day included (PER-1.1,
C04, C10), a warning from 60 days before (C09), 48 hours elapsed (C58), all at the hour of Paris (G23). The offsets show
the clock changes: a code is under way on 31/03/2024 and on 29/10/2028, a password ends on 28/03/2027, a day of 23 h,
and on 27/10/2030, a day of 25 h. The space was born on a 29 February, and lives through the next one.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from sqlalchemy import delete

from reference_impl.mail import outbox
from reference_impl.mail.outbox import OutboxMail
from reference_impl.procedures import log_in
from reference_impl.site import Site
from reference_impl.store.tables import Attempt
from tests.reference_impl.conftest import NEW as FIRST
from tests.reference_impl.conftest import OLD as SECOND
from tests.reference_impl.conftest import Hour, Page
from tests.reference_impl.web.conftest import EMAIL as OLD
from tests.reference_impl.web.conftest import FRESH, Owner
from tests.reference_impl.web.test_expired import gives_address, renews

PARIS = ZoneInfo("Europe/Paris")
THIRD, FOURTH = "Wd8sXf4nJq2vGm7kPz5c", "Bt5yMq9cRz3kWn7xHf2j"
KEYS = [(address, password) for address in (OLD, FRESH) for password in (FIRST, SECOND, THIRD, FOURTH)]
NUMBER = "20240600000101"  # 29 February is the 60th day of 2024


@dataclass
class Life:
    """Lila, the site, its clock, and the last code that was mailed to her."""

    site: Site
    app: Flask
    hour: Hour
    code: str = ""

    def browser(self) -> Owner:
        return Owner(self.site, self.app.test_client())

    def space(self, address: str, password: str) -> Owner:
        browser = self.browser()
        browser.logs_in(address, password)
        return browser


# What she does, and what the screen then tells.


def waits(_life: Life) -> str:
    return ""


def registers(life: Life) -> str:
    return life.browser().registers().screen


def gives_code(life: Life) -> str:
    page = life.browser().offers(life.code)
    return page.alert or page.screen


def activates(address: str) -> Callable[[Life], str]:
    def activates(life: Life) -> str:
        browser = life.browser()
        browser.offers(life.code)
        text = browser.confirms(address).text
        return " ".join(re.search(r"a été réalisée le (.*?) sous le numéro (\d+)", text).groups())

    return activates


def changes_password(life: Life) -> str:
    return valid_until(life.space(OLD, FIRST).changes(password=SECOND))


def changes_address(password: str) -> Callable[[Life], str]:
    def changes_address(life: Life) -> str:
        return re.search(r"<h1>(.*?)</h1>", life.space(OLD, password).changes(FRESH).source)[1]

    return changes_address


def renews_expired(life: Life) -> str:
    browser = life.space(OLD, SECOND)
    gives_address(browser, OLD)
    return valid_until(renews(browser, SECOND, THIRD))


def has_forgotten(life: Life) -> str:
    browser = life.browser()
    browser.gives_address(FRESH)
    browser.answers()
    return valid_until(browser.sets(FOURTH))


def valid_until(page: Page) -> str:
    return re.search(r"Ce mot de passe est valable jusqu'au (.*?) \.", page.text)[1]


def logs_in_each_noon(first: date, days: int, key: tuple[str, str]) -> Callable[[Life], str]:
    def logs_in_each_noon(life: Life) -> str:
        noons = [datetime.combine(first + timedelta(days=each), time(12), PARIS) for each in range(days)]
        told = Counter(log_in.log_in(life.site, *key, noon).outcome.name for noon in noons)
        return " ".join(f"{outcome} {count}" for outcome, count in told.items())

    return logs_in_each_noon


# What comes of it: a mail is its recipient, its subject and the last day that it tells; a way in is what is told there.


def code(recipient: str) -> tuple[str, ...]:
    return recipient, "Espace professionnel - Création ou modification de l'espace"


def confirmation(recipient: str, last_day: str) -> tuple[str, ...]:
    return recipient, "Espace professionnel - Modification du mot de passe", last_day


def opens(home: str) -> tuple[str, ...]:
    return "/espace", home


def warns(window: str, home: str, countdown: str) -> tuple[str, ...]:
    return "/espace/alerte", window, home, countdown


ASKS_ANOTHER = ("/mot-de-passe-expire",)
TOO_LATE = "Votre saisie n'a pas été acceptée : Ce code d'activation est incorrect, déjà utilisé ou périmé."


@dataclass(frozen=True)
class Row:
    """An instant of her life. ``key`` is the only pair, of an address and a password, that fits."""

    at: str
    does: Callable[[Life], str]
    screen: str = ""
    mails: list[tuple[str, ...]] = field(default_factory=list)
    key: tuple[str, str] | None = None
    way_in: tuple[str, ...] = ()


# fmt: off
LIFE = [
    # 48 hours: the first code is offered one second too late; the second is used in its last second, on 29 February.
    Row("2024-02-25T10:00:00+01:00", registers, "Enregistrement", [code(OLD)]),
    Row("2024-02-27T10:00:01+01:00", gives_code, TOO_LATE),
    Row("2024-02-27T10:05:00+01:00", registers, "Enregistrement", [code(OLD)]),
    Row("2024-02-29T10:05:00+01:00", activates(OLD), f"29 février 2024 {NUMBER}", [],
        (OLD, FIRST), opens("28/02/2027")),

    # She changes her password at once.
    Row("2024-03-28T12:00:00+01:00", waits, key=(OLD, FIRST), way_in=opens("28/02/2027")),
    Row("2024-03-29T15:10:00+01:00", changes_password, "28 mars 2027", [confirmation(OLD, "28 mars 2027")],
        (OLD, SECOND), opens("28/03/2027")),

    # She asks for another address, and lets the code lapse: 48 hours end an hour later on the clocks of summer.
    Row("2024-03-30T13:00:00+01:00", changes_address(SECOND), "Activation de votre espace abonné", [code(FRESH)],
        (OLD, SECOND), opens("28/03/2027")),
    Row("2024-04-01T14:00:00+02:00", gives_code, "Identifiants", [], (OLD, SECOND), opens("28/03/2027")),
    Row("2024-04-01T14:00:01+02:00", gives_code, TOO_LATE, [], (OLD, SECOND), opens("28/03/2027")),

    # The warning: 61, 60 days, each day, 1, 0; the last day is that of summer time. Then the first expiry.
    Row("2027-01-26T00:00:00+01:00", waits, key=(OLD, SECOND), way_in=opens("28/03/2027")),
    Row("2027-01-26T23:59:59+01:00", waits, key=(OLD, SECOND), way_in=opens("28/03/2027")),
    Row("2027-01-27T00:00:00+01:00", waits,
        key=(OLD, SECOND), way_in=warns("28 mars 2027", "28/03/2027", "dans 60 jours")),
    Row("2027-03-13T00:00:00+01:00", logs_in_each_noon(date(2027, 1, 27), 45, (OLD, SECOND)), "WARNED 45",
        key=(OLD, SECOND), way_in=warns("28 mars 2027", "28/03/2027", "dans 15 jours")),
    Row("2027-03-27T00:00:00+01:00", logs_in_each_noon(date(2027, 3, 13), 14, (OLD, SECOND)), "WARNED 14",
        key=(OLD, SECOND), way_in=warns("28 mars 2027", "28/03/2027", "dans 1 jour")),
    Row("2027-03-27T23:59:59+01:00", waits,
        key=(OLD, SECOND), way_in=warns("28 mars 2027", "28/03/2027", "dans 1 jour")),
    Row("2027-03-28T00:00:00+01:00", waits,
        key=(OLD, SECOND), way_in=warns("28 mars 2027", "28/03/2027", "aujourd'hui à minuit")),
    Row("2027-03-28T23:59:59+02:00", waits,
        key=(OLD, SECOND), way_in=warns("28 mars 2027", "28/03/2027", "aujourd'hui à minuit")),
    Row("2027-03-29T00:00:00+02:00", waits, key=(OLD, SECOND), way_in=ASKS_ANOTHER),

    # Seven months later she chooses another: there is no last day to renew.
    Row("2027-10-27T23:59:59+02:00", waits, key=(OLD, SECOND), way_in=ASKS_ANOTHER),
    Row("2027-10-28T09:00:00+02:00", renews_expired, "27 octobre 2030", [confirmation(OLD, "27 octobre 2030")],
        (OLD, THIRD), opens("27/10/2030")),
    Row("2028-02-29T12:00:00+01:00", waits, key=(OLD, THIRD), way_in=opens("27/10/2030")),

    # The other address, again: its 48 hours end an hour earlier on the clocks of winter, and she comes in time.
    Row("2028-10-28T13:00:00+02:00", changes_address(THIRD), "Activation de votre espace abonné", [code(FRESH)],
        (OLD, THIRD), opens("27/10/2030")),
    Row("2028-10-30T11:59:59+01:00", waits, key=(OLD, THIRD), way_in=opens("27/10/2030")),
    Row("2028-10-30T12:00:00+01:00", activates(FRESH), f"30 octobre 2028 {NUMBER}", [],
        (FRESH, THIRD), opens("27/10/2030")),

    # The warning again, on the way to a last day that is that of winter time. Then the second expiry.
    Row("2030-08-27T00:00:00+02:00", waits, key=(FRESH, THIRD), way_in=opens("27/10/2030")),
    Row("2030-08-27T23:59:59+02:00", waits, key=(FRESH, THIRD), way_in=opens("27/10/2030")),
    Row("2030-08-28T00:00:00+02:00", waits,
        key=(FRESH, THIRD), way_in=warns("27 octobre 2030", "27/10/2030", "dans 60 jours")),
    Row("2030-10-12T00:00:00+02:00", logs_in_each_noon(date(2030, 8, 28), 45, (FRESH, THIRD)), "WARNED 45",
        key=(FRESH, THIRD), way_in=warns("27 octobre 2030", "27/10/2030", "dans 15 jours")),
    Row("2030-10-26T00:00:00+02:00", logs_in_each_noon(date(2030, 10, 12), 14, (FRESH, THIRD)), "WARNED 14",
        key=(FRESH, THIRD), way_in=warns("27 octobre 2030", "27/10/2030", "dans 1 jour")),
    Row("2030-10-26T23:59:59+02:00", waits,
        key=(FRESH, THIRD), way_in=warns("27 octobre 2030", "27/10/2030", "dans 1 jour")),
    Row("2030-10-27T00:00:00+02:00", waits,
        key=(FRESH, THIRD), way_in=warns("27 octobre 2030", "27/10/2030", "aujourd'hui à minuit")),
    Row("2030-10-27T23:59:59+01:00", waits,
        key=(FRESH, THIRD), way_in=warns("27 octobre 2030", "27/10/2030", "aujourd'hui à minuit")),
    Row("2030-10-28T00:00:00+01:00", waits, key=(FRESH, THIRD), way_in=ASKS_ANOTHER),

    # She has forgotten the password that has expired.
    Row("2030-10-30T18:00:00+01:00", has_forgotten, "29 octobre 2033", [confirmation(FRESH, "29 octobre 2033")],
        (FRESH, FOURTH), opens("29/10/2033")),
    Row("2030-10-31T18:00:00+01:00", waits, key=(FRESH, FOURTH), way_in=opens("29/10/2033")),
]
# fmt: on


@pytest.fixture
def life(site, app, hour) -> Life:
    return Life(site, app, hour)


def test_six_years_go_by_as_the_calendar_says(life):
    for row in LIFE:
        life.hour.now = datetime.fromisoformat(row.at)
        screen, fitting = row.does(life), keys_that_fit(life)
        seen = [(key, way_in(life, *key)) for key in fitting]
        expected = [(row.key, row.way_in)] if row.key else []
        assert (row.at, screen, seen, mails_that_leave(life)) == (row.at, row.screen, expected, row.mails)


def keys_that_fit(life: Life) -> list[tuple[str, str]]:
    """Of all the addresses and passwords that are ever hers, those that are not refused now."""
    with life.site.database.begin() as db:
        db.execute(delete(Attempt))  # what was refused before delays nobody
    return [key for key in KEYS if log_in.log_in(life.site, *key, life.hour.now).space_id]


def way_in(life: Life, address: str, password: str) -> tuple[str, ...]:
    """Where log in leads, and what is told there and at home of the last day."""
    browser = life.browser()
    page = browser.logs_in(address, password)
    window = re.findall(r"Votre mot de passe expire le (.*?) \(heure de Paris\)\.", page.text)
    home = browser.get("/espace").text
    last_day = re.findall(rf"Abonné : {NUMBER} Expiration du mot de passe : (\S+)", home)
    countdown = re.findall(r"Attention, votre accès sera bloqué (.*?) Modifier le mot de passe", home)
    return page.path, *window, *last_day, *countdown


def mails_that_leave(life: Life) -> list[tuple[str, ...]]:
    """All that waits in the outbox, which leaves now."""
    with life.site.database.begin() as db:
        waiting = [db.get_one(OutboxMail, mail_id) for mail_id in outbox.pending_ids(db)]
        letters = [read(life, mail) for mail in waiting]
        for mail in waiting:
            outbox.mark_sent(db, mail.message_id, life.hour.now)
    return letters


def read(life: Life, mail: OutboxMail) -> tuple[str, ...]:
    message = mail.complete_message(life.hour.now)
    text = message.get_body(("plain",)).get_content()
    life.code = (re.findall(r"le code suivant :\s+(\S{12})\s", text) or [life.code])[-1]
    assert (message["To"], message["Date"].datetime) == (mail.recipient, life.hour.now)
    return mail.recipient, message["Subject"], *re.findall(r"valable jusqu'au (.*?)\.\s", text)
