"""Inside the space: its home, by the companies that it serves, and « Gérer les services » (EP5 §2)."""

from pytest_bdd import given, parsers, then, when

from steps.checks import bare, contains, holds, missing, plain, same
from steps.people import SERVICES, of_one_company
from steps.screens.credentials import ManageScreen
from steps.screens.headings import HeadedScreen
from steps.screens.procedure import in_a_row
from steps.screens.public import AuthenticationScreen, HomeScreen
from steps.screens.space import SpaceScreen
from steps.texts import column
from steps.user import Enrol, User

COMPANIES = {"aucune entreprise": (), "une seule entreprise": SERVICES[:2], "plusieurs entreprises": SERVICES}
MENU = ("GÉRER", "CONSULTER", "DÉCLARER", "PAYER", "DÉMARCHES", "MESSAGERIE")
CHOICE = "DOSSIER"
"""What the menu begins with where there are several companies to choose from (EP5-2-24)."""


def offers_under(screen: HeadedScreen, heading: str, labels: list[str]) -> None:
    """Require ``labels`` on the page under ``heading``: the menu that says them elsewhere does not count."""
    screen.window.until(lambda: not missing(screen.under(heading), labels))
    contains(f"Sous « {heading} », la page", screen.under(heading), *labels)


# -- who, and what they do ------------------------------------------------------------------------------------------


@given(parsers.re(rf"un usager dont l'espace sert (?P<count>{'|'.join(COMPANIES)})"), target_fixture="user")
def a_user_serving(enrol: Enrol, count: str) -> User:
    return enrol(services=COMPANIES[count])


@given(
    parsers.parse("un usager dont l'espace, pour une seule entreprise, a les services {names}"), target_fixture="user"
)
def a_user_with(enrol: Enrol, names: str) -> User:
    return enrol(services=of_one_company(names))


@given("l'usager est à la page « Gérer les services »", target_fixture="manage")
def manages(user: User) -> ManageScreen:
    return user.manage()


@when("l'usager suit le lien « Gérer les services » de son espace", target_fixture="manage")
def asks_to_manage(user: User) -> ManageScreen:
    return user.ask_to_manage()


@when("l'usager suit le lien vers son adresse de connexion et son mot de passe")
def asks_for_credentials(user: User, manage: ManageScreen) -> None:
    user.window.procedure = "la modification de ses identifiants"
    manage.to_credentials()


@when("l'usager quitte son espace")
def leaves(user: User) -> None:
    SpaceScreen(user.window).press("quitter")
    user.window.settle()


# -- the home -------------------------------------------------------------------------------------------------------


@then("son espace présente d'office le dossier de l'entreprise")
def shows_the_file(user: User, space: SpaceScreen) -> None:
    company = user.services[0]
    user.window.until(lambda: not missing(user.window.text(), ["DOSSIER COURANT", company["company"]]))
    contains("L'espace", user.window.text(), "DOSSIER COURANT", company["company"])
    shown = space.sirens()
    holds(company["siren"] in shown, "Le SIREN", expected=company["siren"], seen=" ; ".join(shown) or "aucun")


@then("son espace propose de choisir parmi ses dossiers, et n'en présente aucun d'office")
def offers_the_files(user: User, space: SpaceScreen) -> None:
    companies = sorted({service["company"] for service in user.services})
    user.window.until(lambda: not missing(user.window.text(), ["MES DOSSIERS"]))
    contains("L'espace", user.window.text(), "MES DOSSIERS")
    chosen = "dossier courant" in bare(user.window.text())
    same("Un dossier courant", expected=False, seen=chosen)
    holds(space.offers_choice() or not missing(user.window.text(), companies), "Les dossiers",
          expected=" ; ".join(companies), seen=plain(user.window.text()))  # fmt: skip


@then(parsers.re(r"le menu (?P<how>commence|ne commence pas) par « DOSSIER »"))
def menu_begins(user: User, how: str) -> None:
    wanted = how == "commence"
    user.window.until(lambda: in_a_row(MENU, user.window.text()))
    text = user.window.text()
    holds(in_a_row(MENU, text), "Le menu", expected=" ".join(MENU), seen=plain(text)[:200])
    same(f"« {CHOICE} » en tête du menu", expected=wanted, seen=in_a_row((CHOICE, *MENU), text))


@then("son espace propose les commandes")
def space_offers(user: User, space: SpaceScreen, datatable: list[list[str]]) -> None:
    for label in column(datatable):
        space.command(space.words.action_called(label))


@then(parsers.parse("son espace propose, sous « {heading} »"))
def space_offers_under(user: User, heading: str, datatable: list[list[str]]) -> None:
    offers_under(SpaceScreen(user.window).await_shown(), heading, column(datatable))


@then("son espace n'est plus accessible, même en revenant en arrière")
def is_out(user: User) -> None:
    user.window.back()
    user.window.reload()
    home, authentication = HomeScreen(user.window), AuthenticationScreen(user.window)
    user.window.until(lambda: home.is_shown() or authentication.is_shown())
    authentication.await_kept_from(SpaceScreen(user.window))


# -- « Gérer les services » -----------------------------------------------------------------------------------------


@then("la page « Gérer les services » s'affiche")
def manage_is_shown(manage: ManageScreen) -> None:
    manage.await_shown()


@then("elle nomme l'usager et rappelle son numéro d'abonné, sa ville et son pays")
def manage_names_the_user(user: User, manage: ManageScreen) -> None:
    person = user.person
    manage.await_shown()
    wanted = (person.first_name, person.last_name, user.subscriber_number, person.address.city, person.address.country)
    manage.window.until(lambda: not missing(manage.window.text(), wanted))
    contains("La page « Gérer les services »", manage.window.text(), *wanted)


@then("elle permet de quitter l'espace")
def manage_can_be_left(manage: ManageScreen) -> None:
    manage.await_shown().command("quitter")


@then(parsers.parse("elle propose, sous « {heading} »"))
def manage_offers(manage: ManageScreen, heading: str, datatable: list[list[str]]) -> None:
    offers_under(manage.await_shown(), heading, column(datatable))
