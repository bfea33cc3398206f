"""The whole way from the first screen to the space: in order, in time, with a free address (EP2 §1.3 to §1.5)."""

from pytest_bdd import parsers, then, when

from steps.checks import arranging, holds, missing, same
from steps.navigation import OF, STATES, require_steps
from steps.recap import read_recap
from steps.screens.activation import ActivatedScreen
from steps.screens.creation import CREATION, FormScreen, IdentifiersScreen, SummaryScreen
from steps.screens.passage import Passage
from steps.user import PROCEDURES, Enrol, User
from steps.words import email_of

PLAYED = r"(?P<procedure>de la création|de l'option)"
"""A procedure whose screens are asked for by their address."""


@when("l'usager crée puis active son espace")
def creates_and_activates(user: User) -> None:
    user.register()
    user.activate()


@when(
    parsers.re("l'usager suit (?P<name>la création|l'activation|le renouvellement|l'option) d'un bout à l'autre"),
    target_fixture="passages",
)
def walks_through(user: User, name: str) -> list[Passage]:
    procedure = PROCEDURES[name]
    reached = user.begin(procedure)
    passages = [Passage.of(reached, procedure)]
    for screen in procedure.screens[1:]:
        reached = user.go_on(reached, screen.name)
        passages.append(Passage.of(reached, procedure))
    return passages


@when(parsers.parse("l'usager commence une création avec {email}"))
def asks_for_a_space(user: User, email: str) -> None:
    user.reach(CREATION, "Identifiants")
    IdentifiersScreen(user.window).submit(email_of(email, user), user.new_password())


@when("l'usager remplit cet écran et continue")
def goes_on(user: User) -> None:
    user.shown().advance(user)


@when("l'usager valide son inscription")
def validates(user: User) -> None:
    SummaryScreen(user.window).press("valider")


@when(parsers.re(rf"l'usager ouvre directement l'écran « (?P<screen>[^»]+) » {PLAYED}"))
def opens_directly(enrol: Enrol, user: User, screen: str, procedure: str) -> None:
    with arranging(f"Un autre usager va à l'écran « {screen} »"):
        other = enrol(STATES[OF[procedure]])
        other.reach(OF[procedure], screen)
    user.window.procedure = OF[procedure].name
    user.window.go(other.window.page.url)


@then(parsers.re(rf"l'écran « (?P<screen>[^»]+) » {PLAYED} reste fermé"))
def screen_stays_closed(user: User, screen: str, procedure: str) -> None:
    """Closed by a marker: another screen of the procedure, or an alert, is what the site has answered with."""
    closed = OF[procedure].screen(screen, user.window)
    others = [each(user.window) for each in OF[procedure].screens if each.name != screen]
    user.window.settle()
    user.window.until(lambda: closed.is_shown() or any(each.is_shown() for each in others) or bool(user.window.alert()))
    holds(not closed.is_shown(), f"L'écran « {screen} » ouvert directement", expected="fermé", seen="ouvert")


@then(parsers.parse("chaque écran annonce « {steps} »"))
def bar_everywhere(passages: list[Passage], steps: str) -> None:
    seen = [passage.name for passage in passages if not passage.announces(steps.split(" > "))]
    same("Les écrans sans la barre d'étapes de la fiche", expected=[], seen=seen)


@then("chaque écran met en évidence sa propre étape")
def own_step_everywhere(passages: list[Passage]) -> None:
    require_steps({passage.name: passage.step for passage in passages})


@then(parsers.parse("chaque écran s'intitule « {title} »"))
def title_everywhere(passages: list[Passage], title: str) -> None:
    seen = [passage.name for passage in passages if missing(" ; ".join(passage.titles), [title])]
    same("Les écrans sans ce titre", expected=[], seen=seen)


@then("aucun écran ne déborde de la largeur du téléphone")
def nothing_overflows(passages: list[Passage]) -> None:
    seen = {passage.name: f"{passage.overflow} px" for passage in passages if passage.overflow > 0}
    same("Les écrans qui débordent", expected={}, seen=seen)


@then("le récapitulatif à garder est un document PDF")
def recap_is_a_document(user: User) -> None:
    screen = ActivatedScreen(user.window).await_shown()
    read_recap(screen.recap_url(), screen.download_recap())


@then("l'usager peut refaire une demande avec la même adresse")
def address_is_free(user: User) -> None:
    again = user.elsewhere()
    again.reach(CREATION, "Formulaire inscription")
    FormScreen(again.window).await_shown()
