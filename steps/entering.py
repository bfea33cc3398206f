"""Who gets into a space, and what it shows of the user who does."""

import re

import pytest
from pytest_bdd import parsers, then, when

from steps.checks import arranging, contains, holds, missing, same
from steps.screens.forgotten import FORGOTTEN, AnswerScreen
from steps.screens.public import AuthenticationScreen
from steps.screens.space import SpaceScreen
from steps.user import User
from steps.words import email_of, other_last_sign, password_of


@when(parsers.re(r"l'usager se connecte avec (?P<email>.+?) et (?P<password>(?:son|aucun|le) .*mot de passe.*)"))
def logs_in(request: pytest.FixtureRequest, user: User, email: str, password: str) -> None:
    other = request.getfixturevalue("other") if "autre" in password else None
    user.log_in(password_of(password, user, other), email_of(email, user))


@then("son espace s'affiche à son nom", target_fixture="space")
def the_space_is_shown(user: User) -> SpaceScreen:
    space = SpaceScreen(user.window).await_shown()
    names = (user.person.first_name, user.person.last_name)
    user.window.until(lambda: not missing(user.window.text(), names))
    contains("L'espace", user.window.text(), *names)
    return space


@then("la connexion est refusée")
def log_in_refused(user: User) -> None:
    AuthenticationScreen(user.window).await_kept_from(SpaceScreen(user.window))


@then("elle l'est dans les mêmes termes qu'à une adresse inconnue")
def refused_as_unknown(user: User) -> None:
    refusal = user.window.alert()
    with arranging("L'usager se connecte avec une adresse inconnue"):
        user.log_in(user.original, "inconnue." + user.email)
        user.window.settle()
    holds(bool(refusal), "Le refus de la connexion", expected="une erreur signalée", seen="aucune")
    same("Le refus de la connexion", expected=user.window.alert(), seen=refusal)


@then("la connexion est refusée avec l'ancien mot de passe")
def old_password_refused(user: User) -> None:
    elsewhere = user.elsewhere()
    elsewhere.log_in(user.original)
    AuthenticationScreen(elsewhere.window).await_kept_from(SpaceScreen(elsewhere.window))


@then("la connexion est refusée quand seul le dernier caractère diffère")
def last_sign_counts(user: User) -> None:
    elsewhere = user.elsewhere()
    elsewhere.log_in(other_last_sign(user.chosen))
    AuthenticationScreen(elsewhere.window).await_kept_from(SpaceScreen(elsewhere.window))


@then("l'usager peut se connecter avec son nouveau mot de passe", target_fixture="space")
def new_password_opens(user: User) -> SpaceScreen:
    return user.elsewhere().log_in(user.chosen).await_shown()


@then("l'usager peut se connecter avec son mot de passe d'origine")
def original_password_opens(user: User) -> None:
    user.elsewhere().enter(user.original)


@then("l'autre usager peut se connecter avec son mot de passe d'origine")
def other_keeps_password(other: User) -> None:
    other.elsewhere().log_in(other.original).await_shown()


@then("le premier appareil n'a plus accès à l'espace")
def first_device_is_out(user: User) -> None:
    user.window.reload()
    AuthenticationScreen(user.window).await_kept_from(SpaceScreen(user.window))


@then("son espace contient les mêmes services")
@then("son espace réunit ses deux entreprises")
def same_companies(user: User, space: SpaceScreen) -> None:
    companies = sorted({service["company"] for service in user.services})
    space.window.until(lambda: not missing(space.window.text(), companies))
    contains("L'espace", space.window.text(), *companies)


@then(parsers.parse("son espace offre les services {names}"))
def services_are_offered(space: SpaceScreen, names: str) -> None:
    services = names.split(", ")
    space.window.until(lambda: not missing(space.window.text(), services))
    contains("L'espace", space.window.text(), *services)


@then("son espace ne contient ni dossier ni service")
def space_is_empty(space: SpaceScreen) -> None:
    same("Les dossiers et services d'un espace neuf", expected=[], seen=space.contents())


@then("la même question et la même réponse permettent de reprendre la procédure")
def same_question_and_answer(user: User) -> None:
    again = user.elsewhere()
    again.reach(FORGOTTEN, "Réponse à la question de confiance")
    screen = AnswerScreen(again.window)
    holds(
        screen.recalls("question", user.person.question),
        "La question rappelée",
        expected=user.person.question,
        seen=" ; ".join(screen.recalled("question")),
    )
    screen.submit(user.answer).await_shown()


@then("son espace porte le même numéro d'abonné de 14 chiffres")
def same_number(user: User, space: SpaceScreen) -> None:
    same("Le numéro d'abonné affiché", expected=user.subscriber_number, seen=space.subscriber_number())
    holds(
        re.fullmatch(r"\d{14}", space.subscriber_number()) is not None,
        "Le numéro d'abonné",
        expected="14 chiffres",
        seen=space.subscriber_number(),
    )


@then(parsers.parse("son espace affiche une expiration au {day}"))
def expiry_shown(user: User, day: str) -> None:
    SpaceScreen(user.window).await_shown().require_expiry(day)


@then(parsers.parse("son espace écrit la date d'expiration « {day} »"))
def expiry_written(user: User, day: str) -> None:
    same("La date d'expiration", expected=day, seen=SpaceScreen(user.window).await_shown().expiry())
