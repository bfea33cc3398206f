"""The first screen of a creation: the terms to accept and to read, the image to copy (EP2-2-14 to EP2-2-17)."""

from pytest_bdd import given, parsers, then, when

from steps.checks import contains, holds, same
from steps.screens.creation import TermsScreen
from steps.screens.terms import TERMS, Reading
from steps.user import User

STARTED = "ab"


@given("l'usager a commencé à recopier l'image")
def has_started_copying(user: User) -> None:
    TermsScreen(user.window).fill("image", STARTED)


@when("l'usager accepte les conditions et recopie l'image")
def accepts_and_copies(user: User) -> None:
    TermsScreen(user.window).submit()


@when("l'usager recopie l'image sans accepter les conditions")
def copies_without_accepting(user: User) -> None:
    TermsScreen(user.window).submit(accepted=False)


@when("l'usager ouvre les conditions générales", target_fixture="reading")
def opens_the_terms(user: User) -> Reading:
    return Reading.of(TermsScreen(user.window))


@then("un document présente les conditions générales")
def terms_are_presented(reading: Reading) -> None:
    contains("Ce qu'ouvre le lien « conditions générales »", reading.text, TERMS)


@then("la case des conditions n'est pas cochée")
def box_is_not_ticked(user: User) -> None:
    ticked = TermsScreen(user.window).come_back().field("conditions").is_checked()
    holds(not ticked, "La case des conditions générales", expected="non cochée", seen="cochée")


@then("le début de l'image recopiée est resté saisi")
def typing_has_stayed(user: User) -> None:
    seen = TermsScreen(user.window).come_back().field("image").input_value()
    same("Le champ de l'image", expected=STARTED, seen=seen)


@then(parsers.parse("l'image à recopier compte {count:d} signes"))
def image_has_signs(user: User, count: int) -> None:
    screen = TermsScreen(user.window)
    seen = len(screen.captcha_answer())
    if seen != count:  # one answer for all may be a key of the vendor's own: its length tells nothing of the image
        screen.require_distinct_pictures()
    same("Le nombre de signes de l'image", expected=count, seen=seen)
