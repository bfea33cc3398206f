"""A mail read from its raw bytes: an honest one whole, a hostile one as far as it goes, and never an exception."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from targets.letter import MAX_DEFECTS, MAX_HEADER, MAX_HEADERS, MAX_RAW, MAX_TEXT, Letter


@dataclass(frozen=True)
class Mail:
    raw: bytes
    sender: str = "ne-pas-repondre@dgfip.finances.gouv.fr"
    recipients: tuple[str, ...] = ("lila.rosemonde@exemple.test",)
    order: int = field(default=7)


def read(raw: bytes) -> Letter:
    return Letter.of(Mail(raw))


CONFIRMATION = """\
From: =?utf-8?q?Imp=C3=B4ts?= <ne-pas-repondre@dgfip.finances.gouv.fr>
To: Lila ROSEMONDE <lila.rosemonde@exemple.test>, autre@exemple.test
Subject: Espace professionnel - Modification du =?utf-8?q?mot_de_passe_=C3=A9t=C3=A9?=
Date: Tue, 06 Jun 2023 10:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=dehors

--dehors
Content-Type: multipart/alternative; boundary=dedans

--dedans
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Bonjour,=0D=0Aprise en compte =C3=A0 temps
--dedans
Content-Type: text/html; charset=iso-8859-1

<p>caf\xe9</p>
--dedans--
--dehors
Content-Type: application/pdf
Content-Disposition: attachment; filename="../../recapitulatif.pdf"

%PDF
--dehors
Content-Type: text/plain
Content-Disposition: attachment

autre texte
--dehors--
"""


def test_an_honest_mail_is_read_whole():
    letter = read(CONFIRMATION.encode("latin-1"))
    assert letter.subject == "Espace professionnel - Modification du mot de passe été"
    assert (letter.from_name, letter.from_address) == ("Impôts", "ne-pas-repondre@dgfip.finances.gouv.fr")
    assert letter.to_addresses == ("lila.rosemonde@exemple.test", "autre@exemple.test")
    assert letter.date == datetime(2023, 6, 6, 8, tzinfo=UTC)
    assert letter.date.utcoffset() == timedelta(hours=2)
    assert letter.text == "Bonjour,\nprise en compte à temps"
    assert letter.html == "<p>café</p>"
    assert letter.attachments == ("../../recapitulatif.pdf", "(sans nom)")
    assert (letter.header("mime-version"), letter.header("Reply-To")) == ("1.0", "")
    assert letter.headers[-1] == ("Content-Type", 'multipart/mixed; boundary="dehors"')
    assert letter.defects == ()


def test_the_envelope_is_kept_beside_the_headers():
    letter = read(CONFIRMATION.encode("latin-1"))
    assert letter.sender_envelope == "ne-pas-repondre@dgfip.finances.gouv.fr"
    assert letter.recipients == ("lila.rosemonde@exemple.test",)
    assert letter.order == 7
    assert letter.raw == CONFIRMATION.encode("latin-1")


def nested(depth: int) -> bytes:
    return b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(depth))


HOSTILE = {
    "empty": b"",
    "binary": bytes(range(256)) * 50,
    "nested 1000 deep": nested(1000) + b"\nbonjour\n",
    "attached messages 1000 deep": b"Content-Type: message/rfc822\n\n" * 1000,
    "too many parts": b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nx\n" * 10_000,
    "no boundary": b"Content-Type: multipart/mixed\n\nbonjour",
    "open boundary": b"Content-Type: multipart/mixed; boundary=a\n\n--a\n\nbonjour",
    "unknown charset": b"Content-Type: text/plain; charset=klingon\n\nbonjour \xc3\xa9",
    "slow charset": b"Content-Type: text/plain; charset=punycode\n\n" + b"a" * 1_000_000,
    "charset with NUL": b'Content-Type: text/plain; charset="x\0y"\n\nbonjour',
    "wrong charset": b"Content-Type: text/plain; charset=utf-8\n\nbonjour \xe9",
    "broken base64": b"Content-Transfer-Encoding: base64\n\n!!!A",
    "comments": b"From: " + b"(" * 100_000 + b"\n\nbonjour",
    "endless address": b"To: " + b"a:" * 100_000 + b"\n\nbonjour",
    "endless type": b"Content-Type: multipart/mixed" + b";a" * 100_000 + b"\n\nbonjour",
    "no type": b"Content-Type: =?\n\nbonjour",
    "impossible date": b"Date: Mon, 99 Foo 99999 99:99:99 +9999999\n\nbonjour",
    "file name": b"Content-Disposition: attachment; filename*=klingon'%00'%ff%0a\n\nx",
    "only colons": b":\n" * 1000,
    "only From": b"From \n" * 1000,
    "not text": b"Subject: a\nX\xff: y\nFrom: \xe9 <\xe9@b>\n\n\xff",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_is_read_as_far_as_it_goes(name):
    letter = read(HOSTILE[name])
    assert letter.raw == HOSTILE[name]
    assert len(letter.defects) <= MAX_DEFECTS
    for text in (letter.subject, letter.text, letter.html, *letter.attachments, *sum(letter.headers, ())):
        text.encode("utf-8")  # no half character is left that would break the journal


@pytest.mark.parametrize(
    ("name", "text", "defect"),
    [
        ("no boundary", "bonjour", "NoBoundaryInMultipartDefect"),
        ("open boundary", "bonjour", "CloseBoundaryNotFoundDefect"),
        ("unknown charset", "bonjour é", "jeu de caractères illisible (LookupError)"),
        ("wrong charset", "bonjour \ufffd", None),
        ("no type", "bonjour", "InvalidHeaderDefect"),
        ("comments", "bonjour", "en-têtes coupés"),
        ("impossible date", "bonjour", "InvalidDateDefect"),
    ],
)
def test_what_can_be_read_is_kept_and_the_rest_is_told(name, text, defect):
    letter = read(HOSTILE[name])
    assert letter.text == text
    assert defect is None or defect in letter.defects
    assert letter.date is None


@pytest.mark.parametrize("name", ["nested 1000 deep", "too many parts", "attached messages 1000 deep"])
def test_a_message_of_too_many_parts_is_read_for_its_headers(name):
    letter = read(b"Subject: bonjour\n" + HOSTILE[name])
    assert letter.subject == "bonjour"
    assert letter.defects[0] == "corps illisible (MessageError)"


def test_a_header_cannot_add_another():
    letter = read(b"Subject: =?utf-8?q?a=0D=0ABcc:_x=40y?=\nTo: =?utf-8?q?b=0A=1B[31m?= <b@c>\n\nx")
    assert letter.subject == "a\ufffd\ufffdBcc: x@y"
    assert [name for name, _ in letter.headers] == ["Subject", "To"]
    assert "\n" not in str(letter.headers).replace("\\n", "\n")


def test_an_unknown_zone_is_utc():
    assert read(b"Date: Tue, 06 Jun 2023 10:00:00 -0000\n\n").date == datetime(2023, 6, 6, 10, tzinfo=UTC)


def test_five_megabytes_are_cut_and_kept():
    raw = b"Subject: " + b"a" * 10_000 + b"\n" + b"X: y\n" * 1000 + b"\n" + b"bonjour \n" * 600_000
    letter = read(raw)
    assert len(letter.raw) == len(raw) > MAX_RAW
    assert len(letter.text) == MAX_TEXT
    assert len(letter.headers) == MAX_HEADERS
    assert len(letter.subject) == MAX_HEADER
    assert letter.defects == ("message coupé", "en-têtes coupés")


PIECES = b"""From: |To: |Date: |Subject: |Content-Type: |Content-Disposition: attachment|; filename*0*=|<|>|@|,|;|:|"
|(|multipart/mixed; boundary=a|text/plain; charset=|message/rfc822|--a
|--a--
|

|=?utf-8?b?|?=|utf-16''|%00|\\|\x00|\xc3\xa9|Content-Transfer-Encoding: base64
|Content-Transfer-Encoding: x-uuencode
begin 1 a
|1 Jan 2023 1:1:1 +|MIME-Version: 1.0
""".split(b"|")


@settings(derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=8), max_size=40).map(b"".join))
def test_no_bytes_raise(raw):
    assert read(raw).raw == raw
