"""The mails that the site sends: to whom, from whom, how many, when, and what they say.

The features speak of « le courriel de confirmation » (EP6) or « d'activation » (EP2), then of « il ».
"""

import re
from urllib.parse import urlsplit

import pytest
from pytest_bdd import parsers, then

from steps.checks import arranging, contains, holds, lacks, plain, same
from steps.dates import PARIS, same_day, valid_until
from steps.ledger import Ledger
from steps.letters import KINDS, bodies, letters_of, says, shown, the_letter
from steps.screens.activation import ACTIVATION
from steps.screens.creation import CREATION
from steps.screens.option import OPTION
from steps.texts import column
from steps.user import Enrol, User
from targets.faults import Unarranged
from targets.mail import Letter, Mailbox
from targets.profile import Profile

KIND = rf"(?P<kind>{'|'.join(KINDS)})"
MAIL = rf"(?:il|le courriel {KIND})"
CODE = re.compile(r"\bcode (?:d'activation|de confirmation|suivant|ci-d)|\bcode\b[^.:]{0,40}: ?\S{4,}", re.IGNORECASE)
# A link that acts: towards a screen of the procedure, or with a token in it.
TOWARDS = re.compile(r"oubli|r[ée]init|reset|activ|mot-de-passe|[?/=][\w-]{20,}", re.IGNORECASE)


def await_marker(enrol: Enrol, mailbox: Mailbox, user: User) -> None:
    """Close a count of mails of ``user``: another person's mail, provoked now, has come; nothing older is on its way.

    It is provoked as theirs was, so that it asks no more of the site.
    """
    if user.window.procedure in {CREATION.name, ACTIVATION.name, OPTION.name}:
        with arranging("Un autre usager crée son espace"):
            other = enrol("absent")
            other.register()
    else:
        with arranging("Un autre usager change son mot de passe"):
            other = enrol()
            other.change_password()
    if not mailbox.wait_for(other.email, 1):
        raise Unarranged(
            "Le courriel témoin n'est pas arrivé : le site n'envoie plus de courriel.",
                    expected="le courriel d'un autre usager", seen="aucun courriel")  # fmt: skip


@then(parsers.re(r"aucun courriel n'est envoyé à (?P<who>l'usager|l'autre usager)"))
def no_mail(request: pytest.FixtureRequest, enrol: Enrol, mailbox: Mailbox, ledger: Ledger, who: str) -> None:
    user: User = request.getfixturevalue("other" if "autre" in who else "user")
    await_marker(enrol, mailbox, user)
    same("Les courriels reçus", expected=[], seen=[letter.subject for letter in mailbox.letters(user.email)])
    ledger.close(user.email, 0)


@then("l'usager reçoit une seule confirmation")
def one_confirmation(enrol: Enrol, user: User, mailbox: Mailbox, ledger: Ledger) -> None:
    one_mail(enrol, user, mailbox, ledger, "de confirmation")


@then(parsers.re(r"l'usager reçoit un seul courriel (?P<kind>d'activation)"))
def one_mail(enrol: Enrol, user: User, mailbox: Mailbox, ledger: Ledger, kind: str) -> None:
    the_letter(mailbox, user.email, kind)
    await_marker(enrol, mailbox, user)
    same(f"Le nombre de courriels {kind} reçus", expected=1, seen=len(letters_of(mailbox, user.email, kind)))
    ledger.close(user.email, len(mailbox.letters(user.email)))


@then("l'usager ne reçoit pas d'autre courriel que la confirmation")
def nothing_but_the_confirmation(enrol: Enrol, user: User, mailbox: Mailbox) -> None:
    letter = the_letter(mailbox, user.email, "de confirmation")
    await_marker(enrol, mailbox, user)
    same("Les courriels reçus", expected=[letter.subject], seen=[each.subject for each in mailbox.letters(user.email)])


@then(parsers.re(rf"l'usager reçoit un courriel {KIND}"))
def a_mail_comes(user: User, mailbox: Mailbox, kind: str) -> None:
    the_letter(mailbox, user.email, kind)


@then("aucun des courriels reçus ne contient de code à saisir")
def no_code(user: User, mailbox: Mailbox) -> None:
    the_letter(mailbox, user.email, None)
    for letter in mailbox.letters(user.email):
        found = CODE.search(plain(says(letter)))
        holds(found is None, "Le courriel", expected="aucun code à saisir", seen=found.group(0) if found else "")


@then(parsers.re(rf"l'objet du courriel {KIND} est « (?P<subject>.+) »"))
def subject_is(user: User, mailbox: Mailbox, kind: str, subject: str) -> None:
    same("L'objet du courriel", expected=subject, seen=plain(the_letter(mailbox, user.email, kind).subject))


def links_towards(procedure: str, text: str) -> list[str]:
    """The links of ``text`` that lead to the page ``procedure`` (its URL), or by their own words to a procedure."""
    links = re.findall(r"https?://[^\s\"'<>]+", text)
    page = urlsplit(procedure).path.rstrip("/")
    return [link for link in links if TOWARDS.search(link) or (page and urlsplit(link).path.rstrip("/") == page)]


def _require_no_link(letter: Letter, user: User) -> None:
    seen = links_towards(user.window.page.url, bodies(letter))
    same("Les liens du courriel vers la procédure", expected=[], seen=seen)


@then(parsers.re(rf"{MAIL} vient de l'expéditeur déclaré du site"))
def sender_is_declared(user: User, mailbox: Mailbox, profile: Profile, kind: str | None) -> None:
    letter = the_letter(mailbox, user.email, kind)
    same("L'expéditeur du courriel", expected=profile.target.sender, seen=letter.from_address)


@then(parsers.re(rf"{MAIL} est remis à l'adresse de l'usager seule"))
def recipient_is_the_user(user: User, mailbox: Mailbox, kind: str | None) -> None:
    letter = the_letter(mailbox, user.email, kind)
    seen = [recipient.casefold() for recipient in letter.recipients]
    same("Les destinataires du courriel", expected=[user.email.casefold()], seen=seen)


@then(parsers.re(rf"l'en-tête du courriel {KIND} le dit adressé à l'usager"))
def header_names_the_user(user: User, mailbox: Mailbox, kind: str) -> None:
    seen = [address.casefold() for address in the_letter(mailbox, user.email, kind).to_addresses]
    same("Le destinataire dans l'en-tête", expected=[user.email.casefold()], seen=seen)


@then(parsers.re(rf"{MAIL} est daté du (?P<day>\S+) à (?P<hour>[\d:]+), heure de Paris"))
def mail_is_dated(user: User, mailbox: Mailbox, kind: str | None, day: str, hour: str) -> None:
    """``hour`` to the second or to the minute: compared as far as it is given."""
    sent = the_letter(mailbox, user.email, kind).date
    seen = sent.astimezone(PARIS).strftime("%d/%m/%Y %H:%M:%S") if sent else "sans date"
    same("La date du courriel", expected=f"{day} {hour}", seen=seen[: len(f"{day} {hour}")])


@then(parsers.parse("le courriel de confirmation annonce une validité jusqu'au {day}"))
def letter_announces(user: User, mailbox: Mailbox, day: str) -> None:
    seen = valid_until(says(the_letter(mailbox, user.email, "de confirmation")))
    holds(same_day(day, seen), "La fin de validité du courriel", expected=day, seen=seen or "aucune date")


@then("le courriel de confirmation annonce la même date que l'écran")
def same_date_as_screen(user: User, mailbox: Mailbox) -> None:
    letter_announces(user, mailbox, user.confirmed().await_shown().valid_until())


@then("les deux versions annoncent la même date")
def both_versions_agree(user: User, mailbox: Mailbox) -> None:
    letter = the_letter(mailbox, user.email, "de confirmation")
    in_text, in_html = valid_until(letter.text), valid_until(shown(letter.html))
    holds(
        same_day(in_text, in_html), "La fin de validité de la version HTML", expected=in_text, seen=in_html or "aucune"
    )


@then(parsers.re(rf"{MAIL} commence par « (?P<start>.+) »"))
def mail_starts_with(user: User, mailbox: Mailbox, kind: str | None, start: str) -> None:
    text = plain(says(the_letter(mailbox, user.email, kind)))
    holds(text.startswith(start), "Le début du courriel", expected=start, seen=text[:80])


@then(parsers.re(rf"{MAIL} contient"))
def mail_contains(user: User, mailbox: Mailbox, kind: str | None, datatable: list[list[str]]) -> None:
    contains("Le courriel", says(the_letter(mailbox, user.email, kind)), *column(datatable))


@then(parsers.re(rf"{MAIL} est lisible"))
def mail_is_readable(user: User, mailbox: Mailbox, kind: str | None) -> None:
    letter = the_letter(mailbox, user.email, kind)
    holds(bool(says(letter).strip()), "Le courriel", expected="un texte lisible", seen="rien de lisible")


@then("il ne contient ni mot de passe, ni réponse de confiance, ni lien vers la procédure")
def mail_keeps_secrets(user: User, mailbox: Mailbox) -> None:
    letter = the_letter(mailbox, user.email, None)
    secrets = {"le nouveau mot de passe": user.chosen, "le mot de passe d'origine": user.original,
               "la réponse de confiance": user.answer}  # fmt: skip
    lacks("Le courriel", bodies(letter), secrets)
    _require_no_link(letter, user)


@then(parsers.re(rf"{MAIL} a une version texte et une version HTML"))
def two_versions(user: User, mailbox: Mailbox, kind: str | None) -> None:
    letter = the_letter(mailbox, user.email, kind)
    missing = [name for name, part in (("texte", letter.text), ("HTML", letter.html)) if not part]
    same("Les versions manquantes du courriel", expected=[], seen=missing)


@then(parsers.re(rf"{MAIL} n'a pas d'adresse de réponse"))
def no_reply_to(user: User, mailbox: Mailbox, kind: str | None) -> None:
    same("L'adresse de réponse", expected="", seen=the_letter(mailbox, user.email, kind).header("Reply-To"))
