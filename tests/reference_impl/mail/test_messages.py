"""The mails say what the sheets EP6 and EP2 show, in both parts, and nothing more."""

import re
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial
from html import unescape

import pytest

from reference_impl.mail.messages import activation_code, password_changed

SENDER = "ne-pas-repondre@dgfip.finances.gouv.fr"
CODE = "mHPstewGkBYj"
CHANGED = partial(password_changed, valid_until=date(2026, 6, 5), sender=SENDER)
WITH_CODE = partial(activation_code, code=CODE, sender=SENDER)
SUBJECTS = {
    CHANGED: "Espace professionnel - Modification du mot de passe",
    WITH_CODE: "Espace professionnel - Création ou modification de l'espace",
}
BOTH = (
    "nous vous invitons à ne pas répondre à l'adresse électronique de ce message",
    "L'Administration fiscale ne vous sollicite jamais (que ce soit par mail, par SMS ou par téléphone)",
    "n'appelez pas le numéro indiqué",
    "il s'agit sans doute d'un message de phishing.",
)
SENTENCES = {
    CHANGED: (
        "Bonjour,",
        "Vous avez modifié votre mot de passe ; cette demande a bien été prise en compte.",
        "Celui-ci est valable jusqu'au 05 juin 2026.",
        "vous devrez saisir votre réponse à la question de confiance présente dans vos informations personnelles "
        '("Gérer vos coordonnées").',
        "L'Administration fiscale vous remercie de l'intérêt que vous portez à ses services.",
        *BOTH,
    ),
    WITH_CODE: (
        "Vous avez demandé la création d'un espace professionnel ou vous y avez apporté une modification. Cette "
        "demande a bien été prise en compte. Votre espace professionnel sera actif lorsque vous aurez saisi le code "
        "suivant :",
        "Remarque : ce code n'est pas un mot de passe. Il ne doit être utilisé qu'une seule fois pour activer votre "
        "espace professionnel.",
        "Pour activer votre espace professionnel, veuillez suivre la procédure suivante :",
        "Vous disposez d'un délai de 48 heures maximum pour activer votre espace professionnel à compter de l'envoi "
        "de ce message.",
        "La DGFIP vous remercie de l'intérêt que vous portez à ses services.",
        *BOTH,
    ),
}
STEPS = (
    "1. connectez-vous sur le site impots.gouv.fr",
    "2. cliquez sur \"Connexion à l'espace professionnel\" situé en haut à droite de l'écran",
    '3. cliquez sur "Activer mon espace / mes services"',
    "4. saisissez le code d'activation reçu ci-dessus et validez",
    "5. saisissez l'adresse électronique de connexion à l'espace et validez",
)
either = pytest.mark.parametrize("write", [CHANGED, WITH_CODE], ids=["password changed", "activation code"])


def wired(write: partial) -> EmailMessage:
    """The mail as it is read back from the wire."""
    return message_from_bytes(write("lila.rosemonde@example.test").as_bytes(), policy=SMTP)


def part(message: EmailMessage, kind: str) -> str:
    return message.get_body((kind,)).get_content().replace("\r\n", "\n")


def html_as_text(html: str) -> str:
    blocks = re.findall(r"<(p|ol)>(.*?)</\1>", html, re.DOTALL)
    return "\n\n".join(unescape(re.sub("<[^>]+>", "", _numbered(kind, block))) for kind, block in blocks)


def _numbered(kind: str, block: str) -> str:
    items = re.findall("<li>(.*?)</li>", block)
    return "\n".join(f"{rank}. {item}" for rank, item in enumerate(items, start=1)) if kind == "ol" else block


@either
def test_headers_are_those_of_the_sheet(write):
    sent = wired(write)
    assert sent["Subject"] == SUBJECTS[write]
    assert (sent["From"], sent["To"]) == (SENDER, "lila.rosemonde@example.test")
    assert sent["Auto-Submitted"] == "auto-generated"
    assert {"Reply-To", "Cc", "Bcc", "Date", "Message-ID"}.isdisjoint(sent.keys())


@either
def test_it_has_a_text_and_an_html_part_in_utf8_and_no_attachment(write):
    sent = wired(write)
    assert sent.get_content_type() == "multipart/alternative"
    parts = list(sent.iter_parts())
    assert [each.get_content_type() for each in parts] == ["text/plain", "text/html"]
    assert {each.get_content_charset() for each in parts} == {"utf-8"}
    assert list(sent.iter_attachments()) == parts[:0]


@pytest.mark.parametrize(("write", "sentence"), [(write, each) for write, all_ in SENTENCES.items() for each in all_])
def test_the_text_holds_each_sentence_of_the_sheet(write, sentence):
    assert sentence in part(wired(write), "plain")


@either
def test_both_parts_say_the_same(write):
    assert html_as_text(part(wired(write), "html")) == part(wired(write), "plain").strip()


def test_the_date_is_in_bold_in_html():
    assert "<strong>05 juin 2026</strong>" in part(wired(CHANGED), "html")


def test_the_code_stands_alone_on_its_line_and_in_bold_in_html():
    assert f"le code suivant :\n\n{CODE}\n\n" in part(wired(WITH_CODE), "plain")
    assert f"<p><strong>{CODE}</strong></p>" in part(wired(WITH_CODE), "html")


def test_the_steps_are_numbered_lines_and_an_ordered_list_in_html():
    assert "\n\n" + "\n".join(STEPS) + "\n\n" in part(wired(WITH_CODE), "plain")
    assert re.search(r"<ol>\s*(<li>[^<]+</li>\s*){5}</ol>", part(wired(WITH_CODE), "html"))


def test_the_mail_of_the_code_greets_nobody():
    assert "Bonjour" not in part(wired(WITH_CODE), "plain")


@either
def test_it_holds_no_link_image_or_script(write):
    sent = wired(write)
    assert not re.search(r"<a\b|<img|<script|<link|https?:|url\(|mailto:", part(sent, "html"))
    assert "http" not in part(sent, "plain")


@either
@pytest.mark.parametrize(
    "hostile", ["a@example.test\r\nBcc: b@example.test", "a@example.test, b@example.test", "nobody", "é@example.test"]
)
def test_an_address_never_becomes_a_header_or_a_second_recipient(write, hostile: str):
    with pytest.raises(ValueError):  # noqa: PT011 - the standard library's words, not ours
        write(hostile)


@either
def test_lines_are_short_and_ascii_on_the_wire(write):
    wire = wired(write).as_bytes()
    assert wire.isascii()
    assert max(map(len, wire.split(b"\r\n"))) <= 78
