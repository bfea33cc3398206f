"""From screen to screen of any procedure: where one is, what the step bar says, back, away, what is recalled."""

from collections.abc import Mapping

from pytest_bdd import given, parsers, then, when

from steps.checks import contains, holds, plain, same
from steps.screens.activation import ACTIVATION
from steps.screens.creation import CREATION
from steps.screens.expired import EXPIRED
from steps.screens.forgotten import FORGOTTEN
from steps.screens.option import OPTION
from steps.screens.procedure import UNTOLD, ProcedureScreen
from steps.screens.window import Window
from steps.user import PROCEDURES, Enrol, User, playing
from targets.faults import Unarranged

OF = {"de la création": CREATION, "de l'activation": ACTIVATION, "du renouvellement": EXPIRED, "de l'option": OPTION}
STATES = {CREATION: "absent", ACTIVATION: "absent", OPTION: "certificate"}
"""The space that a user starts from; « active » where nothing is said."""
SCREEN_OF = rf"l'écran « (?P<screen>[^»]+) »(?: (?P<procedure>{'|'.join(OF)}))?"
"""How the features name a screen to start from; one of « Mot de passe oublié » unless a procedure is named."""


def go_to(user: User, screen: str, procedure: str | None) -> None:
    """Play ``procedure`` up to ``screen``; an activation needs a code: that of a creation, unless they have a space."""
    played = OF[procedure] if procedure else FORGOTTEN
    if played is ACTIVATION and not user.subscriber_number:
        user.register()
    user.reach(played, screen)


@given(parsers.re(rf"un usager rendu à {SCREEN_OF}"), target_fixture="user")
def a_user_at(enrol: Enrol, screen: str, procedure: str | None) -> User:
    user = enrol(STATES.get(OF[procedure], "active") if procedure else "active")
    go_to(user, screen, procedure)
    return user


@given(parsers.re(rf"l'usager est rendu à {SCREEN_OF}"))
def the_user_is_at(user: User, screen: str, procedure: str | None) -> None:
    go_to(user, screen, procedure)


@when(
    parsers.re(rf"l'usager suit (?P<procedure>{'|'.join(PROCEDURES)}) jusqu'à l'écran « (?P<screen>.+) »"),
    target_fixture="reached",
)
def follows_up_to(user: User, procedure: str, screen: str) -> ProcedureScreen:
    return user.reach(PROCEDURES[procedure], screen)


@when("l'usager revient à l'étape précédente")
def goes_back_a_step(user: User) -> None:
    user.shown().press("etape_precedente")


@when("l'usager abandonne la procédure")
def gives_up(user: User) -> None:
    user.window.go("/")


@when("l'usager quitte la procédure")
def quits(user: User) -> None:
    user.shown().press("quitter")


@when("l'usager recharge la page")
def reloads(user: User) -> None:
    user.window.reload()


@when("il suit le lien « Accédez à vos services en ligne »")
def follows_to_services(user: User) -> None:
    user.shown().press("services")


@then(parsers.parse("l'écran « {screen} » s'affiche"))
def screen_is_shown(window: Window, screen: str) -> None:
    playing(window).screen(screen, window).await_shown()


@then(parsers.parse("la procédure reste à l'écran « {screen} »"))
def screen_stays(window: Window, screen: str) -> None:
    playing(window).screen(screen, window).await_still_shown()


@then(parsers.parse("une erreur est signalée à l'écran « {screen} »"))
def an_error_is_reported(user: User, screen: str) -> None:
    user.playing.screen(screen, user.window).await_still_shown()
    holds(bool(user.window.alert()), "L'écran", expected="une erreur signalée", seen="aucune")


@then(parsers.parse("la barre d'étapes annonce « {steps} »"))
def step_bar(reached: ProcedureScreen, steps: str) -> None:
    holds(
        reached.window.until(lambda: reached.announces(steps.split(" > "))),
        "La barre d'étapes",
        expected=steps,
        seen=plain(reached.window.text()),
    )


@then(parsers.parse("l'étape en cours est « {step} »"))
def current_step(reached: ProcedureScreen, step: str) -> None:
    steps = playing(reached.window).steps
    reached.window.until(lambda: reached.current_step(steps) == step)
    require_steps({step: reached.current_step(steps)})


def require_steps(seen: Mapping[str, str]) -> None:
    """Require each step expected of ``seen`` (expected -> the one that stands out) to be the one.

    Where several stand out, which one is meant cannot be told.
    """
    told = {expected: step for expected, step in seen.items() if step != UNTOLD}
    same("L'étape mise en évidence, écran par écran", expected=list(told), seen=list(told.values()))
    if UNTOLD in seen.values():
        raise Unarranged(
            "Rien ne dit laquelle des étapes est celle en cours.",
            expected=" ; ".join(seen),
            seen=" ; ".join(seen.values()),
            repair='aria-current="step" sur l\'étape en cours',
        )


@then(parsers.parse("l'écran s'intitule « {title} »"))
def page_title(reached: ProcedureScreen, title: str) -> None:
    contains("Les titres de l'écran", " ; ".join(reached.procedure_titles()), title)


def require_recall(screen: ProcedureScreen, name: str, what: str, expected: str) -> None:
    """Require ``screen`` to recall ``expected`` under the label that the lexicon calls ``name``."""
    seen = " ; ".join(screen.recalled(name)) or "rien"
    holds(screen.recalls(name, expected), what, expected=expected, seen=seen)


@then("rien de ce qu'il rappelle ne peut être modifié")
def recalls_are_read_only(user: User) -> None:
    screen = user.shown()
    editable = [name for name in screen.reminders if screen.is_editable(name)]
    same("Les rappels modifiables", expected=[], seen=editable)
