"""Activation: the order of its screens, and 48 elapsed hours whatever the clocks of Paris do (EP2-2-55, C58)."""

from datetime import UTC, datetime, timedelta

import pytest

from reference_impl.domain import activation
from reference_impl.domain.activation import Reached, Step
from reference_impl.domain.paris import PARIS
from reference_impl.domain.ways import Way

SECOND = timedelta(seconds=1)


def test_the_step_bar_is_that_of_the_sheet():
    assert " > ".join(Step) == "Code d'activation > Identifiants > Récapitulatif"


@pytest.mark.parametrize(
    ("reached", "shown"),
    [
        (None, {Step.CODE}),
        (Reached.IDENTIFIERS, {Step.CODE, Step.IDENTIFIERS}),
        (Reached.DONE, {Step.CODE, Step.RECAP}),
    ],
)
def test_no_screen_is_skipped(reached, shown):
    assert {step for step in Step if activation.way(step, reached) is Way.SHOW} == shown
    assert activation.way(Step.IDENTIFIERS, Reached.DONE) is Way.TO_END


@pytest.mark.parametrize(
    ("sent_at", "last"),
    [
        (datetime(2023, 8, 22, 13, tzinfo=PARIS), datetime(2023, 8, 24, 13, tzinfo=PARIS)),
        (datetime(2023, 10, 28, 13, tzinfo=PARIS), datetime(2023, 10, 30, 12, tzinfo=PARIS)),
        (datetime(2024, 3, 30, 13, tzinfo=PARIS), datetime(2024, 4, 1, 14, tzinfo=PARIS)),
        (datetime(2024, 2, 28, 9, tzinfo=UTC), datetime(2024, 3, 1, 9, tzinfo=UTC)),
    ],
)
def test_the_last_instant_comes_48_elapsed_hours_later(sent_at, last):
    assert activation.last_instant(sent_at) == last.astimezone(UTC)
    assert activation.oldest_sending(last) == sent_at.astimezone(UTC)
    assert activation.oldest_sending(last + SECOND) == sent_at.astimezone(UTC) + SECOND
