"""The mails that the site sends: to whom, from whom, how many, when, and what they say."""

import re

import pytest
from pytest_bdd import parsers, then

from steps.checks import arranging, bare, contains, holds, lacks, plain, same
from steps.dates import PARIS, same_day, valid_until
from steps.ledger import Ledger
from steps.letters import bodies, says, shown
from steps.screens.forgotten import DoneScreen
from steps.texts import column
from steps.user import Enrol, User
from targets.faults import Unarranged, Unmet
from targets.mail import Letter, Mailbox
from targets.profile import Profile

CODE = re.compile(r"\bcode (?:d'activation|de confirmation|suivant|ci-d)|\bcode\b[^.:]{0,40}: ?\S{4,}", re.IGNORECASE)
# A link that acts: towards a screen of the procedure, or with a token in it.
TOWARDS = re.compile(r"oubli|r[ée]init|reset|activ|mot-de-passe|[?/=][\w-]{20,}", re.IGNORECASE)


def confirms(letter: Letter) -> bool:
    """Whether ``letter`` is the confirmation of a new password, by its subject or by what it announces (EP6-2-29).

    A site may send other mails besides: only the sheet's own are counted.
    """
    subject = "modification du mot de passe" in bare(letter.subject)
    return subject or "valable jusqu" in bare(says(letter))


def confirmations(mailbox: Mailbox, user: User) -> list[Letter]:
    """The confirmations that ``user`` has received so far."""
    return [letter for letter in mailbox.letters(user.email) if confirms(letter)]


def the_letter(mailbox: Mailbox, user: User) -> Letter:
    """The first confirmation that ``user`` received, awaited; raises Unmet when none comes."""
    count = 1
    while len(letters := mailbox.wait_for(user.email, count)) >= count:
        for letter in letters:
            if confirms(letter):
                return letter
        count = len(letters) + 1
    raise Unmet(
        "Le courriel de confirmation n'est pas arrivé.",
        expected="un courriel qui confirme le nouveau mot de passe",
        seen=" ; ".join(letter.subject for letter in letters) or "aucun courriel",
    )


def await_marker(enrol: Enrol, mailbox: Mailbox) -> None:
    """Close a count of mails: another person's mail, provoked now, has arrived; nothing older is still on its way."""
    with arranging("Un autre usager change son mot de passe"):
        other = enrol()
        other.change_password()
    if not mailbox.wait_for(other.email, 1):
        raise Unarranged(
            "Le courriel témoin n'est pas arrivé : le site n'envoie plus de courriel.",
                    expected="le courriel de confirmation d'un autre usager", seen="aucun courriel")  # fmt: skip


@then(parsers.re(r"aucun courriel n'est envoyé à (?P<who>l'usager|l'autre usager)"))
def no_mail(request: pytest.FixtureRequest, enrol: Enrol, mailbox: Mailbox, ledger: Ledger, who: str) -> None:
    user: User = request.getfixturevalue("other" if "autre" in who else "user")
    await_marker(enrol, mailbox)
    same("Les courriels reçus", expected=[], seen=[letter.subject for letter in mailbox.letters(user.email)])
    ledger.close(user.email, 0)


@then("l'usager reçoit une seule confirmation")
def one_confirmation(enrol: Enrol, user: User, mailbox: Mailbox, ledger: Ledger) -> None:
    the_letter(mailbox, user)
    await_marker(enrol, mailbox)
    seen = len(confirmations(mailbox, user))
    same("Le nombre de courriels de confirmation reçus", expected=1, seen=seen)
    ledger.close(user.email, len(mailbox.letters(user.email)))


@then("l'usager ne reçoit pas d'autre courriel que la confirmation")
def nothing_but_the_confirmation(enrol: Enrol, user: User, mailbox: Mailbox) -> None:
    letter = the_letter(mailbox, user)
    await_marker(enrol, mailbox)
    same("Les courriels reçus", expected=[letter.subject], seen=[each.subject for each in mailbox.letters(user.email)])


@then("l'usager reçoit un courriel de confirmation")
def a_confirmation_comes(user: User, mailbox: Mailbox) -> None:
    the_letter(mailbox, user)


@then("aucun des courriels reçus ne contient de code à saisir")
def no_code(user: User, mailbox: Mailbox) -> None:
    for letter in mailbox.letters(user.email):
        found = CODE.search(plain(says(letter)))
        holds(found is None, "Le courriel", expected="aucun code à saisir", seen=found.group(0) if found else "")


@then(parsers.parse("l'objet du courriel de confirmation est « {subject} »"))
def subject_is(user: User, mailbox: Mailbox, subject: str) -> None:
    same("L'objet du courriel", expected=subject, seen=plain(the_letter(mailbox, user).subject))


def _require_no_link(letter: Letter) -> None:
    links = re.findall(r"https?://[^\s\"'<>]+", bodies(letter))
    same("Les liens du courriel vers la procédure", expected=[], seen=[link for link in links if TOWARDS.search(link)])


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


@then(parsers.parse("le courriel de confirmation annonce une validité jusqu'au {day}"))
def letter_announces(user: User, mailbox: Mailbox, day: str) -> None:
    seen = valid_until(says(the_letter(mailbox, user)))
    holds(same_day(day, seen), "La fin de validité du courriel", expected=day, seen=seen or "aucune date")


@then("le courriel de confirmation annonce la même date que l'écran")
def same_date_as_screen(user: User, mailbox: Mailbox) -> None:
    letter_announces(user, mailbox, DoneScreen(user.window).await_shown().valid_until())


@then("les deux versions annoncent la même date")
def both_versions_agree(user: User, mailbox: Mailbox) -> None:
    letter = the_letter(mailbox, user)
    in_text, in_html = valid_until(letter.text), valid_until(shown(letter.html))
    holds(
        same_day(in_text, in_html), "La fin de validité de la version HTML", expected=in_text, seen=in_html or "aucune"
    )


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
def mail_keeps_secrets(user: User, mailbox: Mailbox) -> None:
    letter = the_letter(mailbox, user)
    secrets = {"le nouveau mot de passe": user.chosen, "l'ancien mot de passe": user.original,
               "la réponse de confiance": user.answer}  # fmt: skip
    lacks("Le courriel", bodies(letter), secrets)
    _require_no_link(letter)


@then("le courriel de confirmation a une version texte et une version HTML")
def two_versions(user: User, mailbox: Mailbox) -> None:
    letter = the_letter(mailbox, user)
    missing = [name for name, part in (("texte", letter.text), ("HTML", letter.html)) if not part]
    same("Les versions manquantes du courriel", expected=[], seen=missing)


@then("le courriel de confirmation n'a pas d'adresse de réponse")
def no_reply_to(user: User, mailbox: Mailbox) -> None:
    same("L'adresse de réponse", expected="", seen=the_letter(mailbox, user).header("Reply-To"))
