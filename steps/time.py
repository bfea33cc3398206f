"""When it happens: instants at Paris time, and time that passes."""

from pytest_bdd import given, parsers

from steps.dates import lapse, paris
from targets.levers import Clock


@given(parsers.parse("il est {hour} à Paris le {day}"))
def it_is(clock: Clock, hour: str, day: str) -> None:
    clock.set(paris(day, hour))


@given(parsers.re(r"(?P<wait>\d+ (?:heure|minute|seconde)s?(?:(?:,| et) \d+ (?:minute|seconde)s?)*) s'écoulent"))
def time_passes(clock: Clock, wait: str) -> None:
    clock.set(clock.now() + lapse(wait))
