"""Every moment of a worker is counted once, for one activity."""

from itertools import count

import pytest
from greenlet import greenlet

from runner.meter import Meter


@pytest.fixture
def meter() -> Meter:
    """One that reads the time as often as once a second."""
    seconds = count()
    return Meter(lambda: float(next(seconds)))


def test_what_nobody_claims_is_the_harness_s_own(meter: Meter) -> None:
    assert meter.stop().seconds == {"harness": 1}


def test_what_a_situation_needs_is_arranging(meter: Meter) -> None:
    meter.arrange(True)
    meter.arrange(False)
    assert meter.stop().seconds == {"harness": 2, "arranging": 1}


def test_a_lever_counts_for_itself_wherever_it_is_pulled(meter: Meter) -> None:
    meter.arrange(True)
    with pytest.raises(ValueError, match="broken"), meter.pulling("mail"):
        raise ValueError("broken")
    assert meter.stop().seconds == {"harness": 1, "mail": 1, "arranging": 2}


def test_what_is_spent_in_another_greenlet_is_the_browser_s(meter: Meter) -> None:
    meter.watch_browser()
    greenlet(lambda: None).switch()
    spent = meter.stop()
    greenlet(lambda: None).switch()  # nobody watches any longer
    assert spent.seconds == {"harness": 2, "browser": 1}
    assert meter.activity == "harness"


def test_an_arranged_situation_keeps_the_browser_s_time(meter: Meter) -> None:
    meter.watch_browser()
    meter.arrange(True)
    greenlet(lambda: None).switch()
    assert meter.stop().seconds == {"harness": 1, "arranging": 3}
