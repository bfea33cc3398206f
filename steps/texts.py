"""What a screen shows: texts of the sheets, windows that open and close, width on a phone."""

from pytest_bdd import parsers, then, when

from steps.checks import contains, holds, missing
from steps.screens.forgotten import EmailScreen
from steps.screens.window import Window
from steps.user import User, playing
from targets.faults import Fault
from targets.names import named


def column(datatable: list[list[str]]) -> list[str]:
    """The cells of a one-column table, its heading left out."""
    heading, *rows = datatable
    if len(heading) != 1:
        raise Fault("La table doit avoir une seule colonne.")
    return [row[0] for row in rows]


@when("l'usager ouvre les recommandations")
def opens_recommendations(user: User) -> None:
    user.choosing().press("recommandations")


@when("l'usager ouvre puis ferme les recommandations")
def opens_and_closes(user: User) -> None:
    screen = user.choosing()
    screen.press("recommandations")
    opened = user.window.appears(screen.recommendations().first)
    holds(opened, "La fenêtre de recommandations", expected="ouverte", seen="fermée")
    screen.press("fermer")


@then("l'écran affiche")
def screen_shows(window: Window, datatable: list[list[str]]) -> None:
    window.settle()
    window.until(lambda: not missing(window.text(), column(datatable)))
    contains("L'écran", window.text(), *column(datatable))


@then("il y trouve")
def finds_there(read: str, datatable: list[list[str]]) -> None:
    contains("L'accueil du site", read, "VOUS ÊTES...", *column(datatable))


@then("la fenêtre affiche")
def dialog_shows(user: User, datatable: list[list[str]]) -> None:
    dialog = user.choosing().recommendations().first
    holds(user.window.appears(dialog), "La fenêtre de recommandations", expected="ouverte", seen="fermée")
    contains("La fenêtre de recommandations", dialog.inner_text(), *column(datatable))


@then("la fenêtre n'est plus affichée")
def dialog_is_closed(user: User) -> None:
    gone = user.window.vanishes(user.choosing().recommendations().first)
    holds(gone, "La fenêtre de recommandations", expected="fermée", seen="toujours affichée")


@then(parsers.parse("le champ de l'adresse est marqué obligatoire et montre l'exemple « {example} »"))
def email_field_is_marked(window: Window, example: str) -> None:
    entry = EmailScreen(window).field("adresse")
    holds(bool(entry.evaluate("e => e.required || e.ariaRequired === 'true'")), "Le champ de l'adresse",
          expected="marqué obligatoire", seen="non marqué")  # fmt: skip
    contains("L'exemple du champ de l'adresse", EmailScreen(window).hint("adresse"), example)


@then("l'écran propose les commandes")
def offers_commands(window: Window, datatable: list[list[str]]) -> None:
    screen = playing(window).shown(window)
    for label in column(datatable):
        screen.command(screen.words.action_called(label))


@then(parsers.parse("l'écran propose « {offered} » mais pas « {absent} »"))
def offers_but_not(window: Window, offered: str, absent: str) -> None:
    screen = playing(window).shown(window)
    screen.command(screen.words.action_called(offered))
    seen = window.command(named([absent])).count()
    holds(seen == 0, "L'écran", expected=f"pas de « {absent} »", seen=f"« {absent} » est proposé")


@then("l'écran tient dans la largeur du téléphone")
def fits_the_phone(user: User) -> None:
    overflow = user.window.overflow()
    holds(
        overflow <= 0, "La largeur de l'écran", expected="aucun défilement horizontal", seen=f"déborde de {overflow} px"
    )
