"""The mails that the site sends: to whom, from whom, how many, when, and what they say."""

import re

import pytest
from pytest_bdd import parsers, then

from steps.checks import contains, holds, lacks, plain, same
from steps.dates import PARIS, valid_until
from steps.ledger import Ledger
from steps.screens.forgotten import DoneScreen
from steps.texts import column
from steps.user import Enrol, User
from targets.faults import Unmet
from targets.mail import Letter, Mailbox
from targets.profile import Profile


def the_letter(mailbox: Mailbox, user: User) -> Letter:
    """The first mail that ``user`` received, awaited; raises Unmet when none comes."""
    letters = mailbox.wait_for(user.email, 1)
    if not letters:
        raise Unmet("Le courriel de confirmation n'est pas arrivé.", expected="un courriel", seen="aucun courriel")
    return letters[0]


def await_marker(enrol: Enrol, mailbox: Mailbox) -> None:
    """Close a count of mails: another person's mail, provoked now, has arrived; nothing older is still on its way."""
    other = enrol()
    other.change_password()
    if not mailbox.wait_for(other.email, 1):
        raise Unmet("Le courriel témoin n'est pas arrivé : le site n'envoie plus de courriel.",
                    expected="le courriel de confirmation d'un autre usager", seen="aucun courriel")  # fmt: skip


def bodies(letter: Letter) -> str:
    """All that can be read in ``letter``, subject included."""
    return "\n".join(part for part in (letter.subject, letter.text, letter.html) if part)


def says(letter: Letter) -> str:
    """The text of ``letter`` as a person reads it."""
    return letter.text or re.sub(r"<[^>]+>", " ", letter.html or "")


@then(parsers.re(r"aucun courriel n'est envoyé à (?P<who>l'usager|l'autre usager)"))
def no_mail(request: pytest.FixtureRequest, enrol: Enrol, mailbox: Mailbox, who: str) -> None:
    user: User = request.getfixturevalue("other" if "autre" in who else "user")
    await_marker(enrol, mailbox)
    same("Les courriels reçus", expected=[], seen=[letter.subject for letter in mailbox.letters(user.email)])


@then("l'usager reçoit un seul courriel")
def one_mail(enrol: Enrol, user: User, mailbox: Mailbox, ledger: Ledger) -> None:
    the_letter(mailbox, user)
    await_marker(enrol, mailbox)
    same("Le nombre de courriels reçus", expected=1, seen=len(mailbox.letters(user.email)))
    ledger.close(user.email, 1)


@then(parsers.parse("l'usager reçoit un courriel d'objet « {subject} »"))
def mail_with_subject(user: User, mailbox: Mailbox, subject: str) -> None:
    same("L'objet du courriel", expected=subject, seen=the_letter(mailbox, user).subject)


@then("aucun courriel ne contient de code ni de lien d'activation")
def no_code_no_link(user: User, mailbox: Mailbox, profile: Profile) -> None:
    the_letter(mailbox, user)
    for letter in mailbox.letters(user.email):
        _require_no_code(letter)
        _require_no_link(letter, profile)


def _require_no_code(letter: Letter) -> None:
    found = re.search(r"code d['\u2019]activation|code suivant|code de confirmation", says(letter), re.IGNORECASE)
    holds(found is None, "Le courriel", expected="aucun code à saisir", seen=found.group(0) if found else "")


def _require_no_link(letter: Letter, profile: Profile) -> None:
    links = re.findall(r"https?://([^\s/\"'<>]+)(/[^\s\"'<>]+|\?[^\s\"'<>]+)", bodies(letter))
    towards = [f"{host}{path}" for host, path in links if host.split(":")[0] in profile.hosts]
    same("Les liens du courriel vers une page du site", expected=[], seen=towards)


@then("le courriel de confirmation vient de l'expéditeur déclaré du site")
def sender_is_declared(user: User, mailbox: Mailbox, profile: Profile) -> None:
    letter = the_letter(mailbox, user)
    same("L'expéditeur du courriel", expected=profile.target.sender, seen=letter.from_address)


@then("il est remis à l'adresse de l'usager seule")
def recipient_is_the_user(user: User, mailbox: Mailbox) -> None:
    letter = the_letter(mailbox, user)
    seen = [recipient.casefold() for recipient in letter.recipients]
    same("Les destinataires du courriel", expected=[user.email.casefold()], seen=seen)


@then("l'en-tête du courriel de confirmation le dit adressé à l'usager")
def header_names_the_user(user: User, mailbox: Mailbox) -> None:
    seen = [address.casefold() for address in the_letter(mailbox, user).to_addresses]
    same("Le destinataire dans l'en-tête", expected=[user.email.casefold()], seen=seen)


@then(parsers.parse("le courriel de confirmation est daté du {day} à {hour}, heure de Paris"))
def mail_is_dated(user: User, mailbox: Mailbox, day: str, hour: str) -> None:
    sent = the_letter(mailbox, user).date
    seen = sent.astimezone(PARIS).strftime("%d/%m/%Y %H:%M:%S") if sent else "sans date"
    same("La date du courriel", expected=f"{day} {hour}", seen=seen)


@then("le courriel de confirmation annonce la même date")
def same_date_as_screen(user: User, mailbox: Mailbox) -> None:
    on_screen = DoneScreen(user.window).await_shown().valid_until()
    letter = the_letter(mailbox, user)
    same("La fin de validité du courriel", expected=on_screen, seen=valid_until("Le courriel", says(letter)))


@then("les deux versions annoncent la même date")
def both_versions_agree(user: User, mailbox: Mailbox) -> None:
    letter = the_letter(mailbox, user)
    in_text = valid_until("La version texte", letter.text or "")
    in_html = valid_until("La version HTML", re.sub(r"<[^>]+>", " ", letter.html or ""))
    same("La fin de validité de la version HTML", expected=in_text, seen=in_html)


@then(parsers.parse("le courriel de confirmation commence par « {greeting} »"))
def mail_starts_with(user: User, mailbox: Mailbox, greeting: str) -> None:
    text = plain(says(the_letter(mailbox, user)))
    holds(text.startswith(greeting), "Le début du courriel", expected=greeting, seen=text[:80])


@then("le courriel de confirmation contient")
def mail_contains(user: User, mailbox: Mailbox, datatable: list[list[str]]) -> None:
    contains("Le courriel", says(the_letter(mailbox, user)), *column(datatable))


@then("le courriel de confirmation est lisible")
def mail_is_readable(user: User, mailbox: Mailbox) -> None:
    letter = the_letter(mailbox, user)
    holds(bool(says(letter).strip()), "Le courriel", expected="un texte lisible", seen="rien de lisible")


@then("il ne contient ni mot de passe, ni réponse de confiance, ni lien vers la procédure")
def mail_keeps_secrets(user: User, mailbox: Mailbox, profile: Profile) -> None:
    letter = the_letter(mailbox, user)
    secrets = {"le nouveau mot de passe": user.chosen, "l'ancien mot de passe": user.original,
               "la réponse de confiance": user.answer}  # fmt: skip
    lacks("Le courriel", bodies(letter), secrets)
    _require_no_link(letter, profile)


@then("le courriel de confirmation a une version texte et une version HTML")
def two_versions(user: User, mailbox: Mailbox) -> None:
    letter = the_letter(mailbox, user)
    missing = [name for name, part in (("texte", letter.text), ("HTML", letter.html)) if not part]
    same("Les versions manquantes du courriel", expected=[], seen=missing)


@then("il n'a pas de pièce jointe ni d'adresse de réponse")
def no_attachment_no_reply_to(user: User, mailbox: Mailbox) -> None:
    letter = the_letter(mailbox, user)
    same("Les pièces jointes", expected=[], seen=list(letter.attachments))
    same("L'adresse de réponse", expected="", seen=letter.header("Reply-To"))
