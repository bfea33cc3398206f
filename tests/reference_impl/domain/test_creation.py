"""Creation: the order of its screens and the formats of its form (EP2-2-13, EP2-1.4-3, G29)."""

import pytest

from reference_impl.domain import creation
from reference_impl.domain.creation import Reached, Step
from reference_impl.domain.ways import Way


def test_the_step_bar_is_that_of_the_sheet():
    assert (
        " > ".join(Step)
        == "Conditions générales > Identifiants > Formulaire inscription > Récapitulatif > Enregistrement"
    )


@pytest.mark.parametrize(
    ("reached", "shown"),
    [
        (None, {Step.TERMS}),
        (Reached.IDENTIFIERS, {Step.TERMS, Step.IDENTIFIERS}),
        (Reached.FORM, {Step.TERMS, Step.IDENTIFIERS, Step.FORM}),
        (Reached.RECAP, {Step.TERMS, Step.IDENTIFIERS, Step.FORM, Step.RECAP}),
        (Reached.DONE, {Step.TERMS, Step.REGISTERED}),
    ],
)
def test_no_screen_is_skipped_and_a_validated_draft_is_not_reopened(reached, shown):
    assert {step for step in Step if creation.way(step, reached) is Way.SHOW} == shown


def test_what_is_closed_leads_back_to_the_start_or_to_the_end():
    assert creation.way(Step.RECAP, Reached.FORM) is Way.TO_START
    assert creation.way(Step.REGISTERED, Reached.RECAP) is Way.TO_START
    assert creation.way(Step.RECAP, Reached.DONE) is Way.TO_END


@pytest.mark.parametrize(
    "typed",
    [
        "0123456789",
        "01 23 45 67 89",
        "01.23.45.67.89",
        " 0123456789 ",
        "+32 2 123 45 67",
        "0032 2 123 45 67",
        "+33123456789",
    ],
)
def test_a_phone_number_of_france_or_of_elsewhere(typed):
    assert creation.is_phone(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "012345678", "01234567890", "1234567890", "0023", "+", "+0123456789", "+12345", "+1234567890123456",
     "01-23-45-67-89", "O123456789", "0123456789a", "٠١٢٣٤٥٦٧٨٩"],
)  # fmt: skip
def test_not_a_phone_number(typed):
    assert not creation.is_phone(typed)
