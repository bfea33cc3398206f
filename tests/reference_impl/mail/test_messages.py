"""The confirmation of a new password says what sheet EP6 shows, in both parts, and nothing more."""

import re
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from html import unescape

import pytest

from reference_impl.mail.messages import password_changed

SENDER = "ne-pas-repondre@dgfip.finances.gouv.fr"
LITERALS = [
    "Bonjour,",
    "Vous avez modifié votre mot de passe ; cette demande a bien été prise en compte.",
    "Celui-ci est valable jusqu'au 05 juin 2026.",
    "vous devrez saisir votre réponse à la question de confiance présente dans vos informations personnelles "
    '("Gérer vos coordonnées").',
    "L'Administration fiscale vous remercie de l'intérêt que vous portez à ses services.",
    "nous vous invitons à ne pas répondre à l'adresse électronique de ce message",
    "n'appelez pas le numéro indiqué",
    "il s'agit sans doute d'un message de phishing.",
]


@pytest.fixture
def sent() -> EmailMessage:
    """The mail as it is read back from the wire."""
    message = password_changed("lila.rosemonde@example.test", date(2026, 6, 5), SENDER)
    return message_from_bytes(message.as_bytes(), policy=SMTP)


def part(message: EmailMessage, kind: str) -> str:
    return message.get_body((kind,)).get_content()


def html_as_text(html: str) -> str:
    return "\n\n".join(unescape(re.sub("<[^>]+>", "", each)) for each in re.findall("<p>(.*?)</p>", html, re.DOTALL))


def test_headers_are_those_of_the_sheet(sent: EmailMessage):
    assert sent["Subject"] == "Espace professionnel - Modification du mot de passe"
    assert (sent["From"], sent["To"]) == (SENDER, "lila.rosemonde@example.test")
    assert sent["Auto-Submitted"] == "auto-generated"
    assert {"Reply-To", "Cc", "Bcc", "Date", "Message-ID"}.isdisjoint(sent.keys())


def test_it_has_a_text_and_an_html_part_in_utf8_and_no_attachment(sent: EmailMessage):
    assert sent.get_content_type() == "multipart/alternative"
    parts = list(sent.iter_parts())
    assert [each.get_content_type() for each in parts] == ["text/plain", "text/html"]
    assert {each.get_content_charset() for each in parts} == {"utf-8"}
    assert list(sent.iter_attachments()) == parts[:0]


@pytest.mark.parametrize("literal", LITERALS)
def test_the_text_holds_each_sentence_of_the_sheet(sent: EmailMessage, literal: str):
    assert literal in part(sent, "plain")


def test_both_parts_say_the_same(sent: EmailMessage):
    assert html_as_text(part(sent, "html")) == part(sent, "plain").replace("\r\n", "\n").strip()


def test_the_date_is_in_bold_in_html(sent: EmailMessage):
    assert "<strong>05 juin 2026</strong>" in part(sent, "html")


def test_it_holds_no_link_image_or_script(sent: EmailMessage):
    assert not re.search(r"<a\b|<img|<script|<link|https?:|url\(|mailto:", part(sent, "html"))
    assert "http" not in part(sent, "plain")


@pytest.mark.parametrize(
    "hostile", ["a@example.test\r\nBcc: b@example.test", "a@example.test, b@example.test", "nobody", "é@example.test"]
)
def test_an_address_never_becomes_a_header_or_a_second_recipient(hostile: str):
    with pytest.raises(ValueError):  # noqa: PT011 - the standard library's words, not ours
        password_changed(hostile, date(2026, 6, 5), SENDER)


def test_lines_are_short_and_ascii_on_the_wire(sent: EmailMessage):
    wire = sent.as_bytes()
    assert wire.isascii()
    assert max(map(len, wire.split(b"\r\n"))) <= 78
