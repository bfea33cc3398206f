"""The rules of the option for the access without certificate: order of the screens, form of the number (EP4, G47)."""

import pytest

from reference_impl.domain.option import Reached, Step, number_or_none, way
from reference_impl.domain.ways import Way

NUMBER = "20231570000101"


@pytest.mark.parametrize(
    ("reached", "shown"),
    [
        (None, [Step.NUMBER]),
        (Reached.VERIFICATION, [Step.NUMBER, Step.VERIFICATION]),
        (Reached.IDENTIFIERS, [Step.NUMBER, Step.VERIFICATION, Step.IDENTIFIERS]),
        (Reached.QUESTION, [Step.NUMBER, Step.VERIFICATION, Step.IDENTIFIERS, Step.QUESTION]),
        (Reached.DONE, [Step.NUMBER, Step.VALIDATION]),
    ],
)
def test_no_step_is_skipped(reached, shown):
    assert [step for step in Step if way(step, reached) is Way.SHOW] == shown


def test_where_a_step_out_of_order_leads():
    assert way(Step.QUESTION, Reached.IDENTIFIERS) is Way.TO_START
    assert way(Step.QUESTION, Reached.DONE) is Way.TO_END


@pytest.mark.parametrize(
    "typed", [NUMBER, f" {NUMBER}\t", "2023 157 0000101", "2023.157.00001.01", "2023\u00a01570000101"]
)
def test_spaces_and_points_do_not_count(typed):
    assert number_or_none(typed) == NUMBER


@pytest.mark.parametrize(
    "typed",
    ["", NUMBER[:13], NUMBER + "0", NUMBER[:13] + "x", "-" + NUMBER, "٢٠٢٣١٥٧٠٠٠٠١٠١", "2023-1570000101"],
    ids=ascii,
)
def test_fourteen_digits_and_nothing_else(typed):
    assert number_or_none(typed) is None
