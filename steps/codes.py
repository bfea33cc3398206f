"""The mail that brings an activation code: the code itself, how to use it, until when (EP2-2-57 to EP2-2-61)."""

import re
from dataclasses import replace

from pytest_bdd import then

from steps.checks import bare, holds, plain, same
from steps.letters import code_in, says, the_letter
from steps.texts import column
from steps.user import User
from targets.mail import Letter, Mailbox
from targets.names import named

KIND = "d'activation"


def the_code_letter(mailbox: Mailbox, user: User) -> Letter:
    """The first mail with a code that ``user`` received, awaited; raises Unmet."""
    return the_letter(mailbox, user.email, KIND)


@then("le courriel d'activation donne un code de 12 caractères")
def gives_a_code(user: User, mailbox: Mailbox) -> None:
    count = len(code_in(the_code_letter(mailbox, user)))
    holds(count == 12, "Le courriel d'activation", expected="un code de 12 caractères après « le code suivant : »",
          seen="aucun code de 12 caractères")  # fmt: skip


@then("les deux versions du courriel donnent le même code")
def versions_agree(user: User, mailbox: Mailbox) -> None:
    letter = the_code_letter(mailbox, user)
    codes = {code_in(letter), code_in(replace(letter, text=""))}
    holds(
        len(codes) == 1, "Le code de la version HTML", expected="celui de la version texte", seen="un autre, ou aucun"
    )


@then("le courriel d'activation explique, dans cet ordre")
def explains_in_order(user: User, mailbox: Mailbox, datatable: list[list[str]]) -> None:
    text, points = bare(says(the_code_letter(mailbox, user))), column(datatable)
    order = ".*".join(re.escape(bare(point)) for point in points)
    holds(re.search(order, text) is not None, "La marche à suivre du courriel", expected=" ; ".join(points), seen=text)


@then("le courriel d'activation annonce un délai de 48 heures")
def tells_the_delay(user: User, mailbox: Mailbox) -> None:
    text = plain(says(the_code_letter(mailbox, user)))
    told = re.search(r"\b48 ?h(?:eures)?\b", text, re.IGNORECASE)
    holds(told is not None, "Le délai annoncé par le courriel", expected="48 heures", seen=text)


@then("le courriel d'activation n'a pas de pièce jointe")
def no_attachment(user: User, mailbox: Mailbox) -> None:
    same("Les pièces jointes du courriel", expected=(), seen=the_code_letter(mailbox, user).attachments)


@then("l'accueil du site propose le bouton que le courriel d'activation nomme")
def home_has_the_button(user: User, mailbox: Mailbox) -> None:
    home = user.elsewhere().home()
    either = home.words.action("espace_professionnel").inline.pattern
    said = re.search(rf"cliquez sur\W*({either})", plain(says(the_code_letter(mailbox, user))), re.IGNORECASE)
    label = said.group(1) if said else ""
    shown = bool(label) and home.window.until(lambda: home.window.command(named([label])).count() > 0)
    holds(shown, "Le bouton que le courriel nomme", expected="un bouton de l'accueil", seen=label or "aucun nom")
