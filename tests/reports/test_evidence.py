"""No secret is kept, in any of the forms that a page, an address, JSON or a mail gives it."""

import hashlib
import html
import json
import unicodedata
from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reports.evidence import IMAGE_LIMIT, MAIL, TEXT_LIMIT, Redactor
from reports.journal import Status
from reports.stored_mail import KEPT
from tests.reports.playing import fault, tell

SECRET = 'L\'été <de> 1987 & "moi" /50% +\\'
FORMS = {
    "as typed": SECRET,
    "decomposed": unicodedata.normalize("NFD", SECRET),
    "percent-encoded": quote(SECRET, safe=""),
    "of a form": quote_plus(SECRET),
    "lower percent-encoded": quote(SECRET, safe="").replace("%C3%A9", "%c3%a9"),
    "HTML": html.escape(SECRET),
    "HTML without quotes": html.escape(SECRET, quote=False),
    "HTML with entities": SECRET.replace("&", "&amp;").replace("é", "&eacute;").replace("'", "&apos;"),
    "JSON": json.dumps(SECRET)[1:-1],
    "JSON in UTF-8": json.dumps(SECRET, ensure_ascii=False)[1:-1],
    "upper case": SECRET.upper(),
    "wrapped": SECRET.replace(" ", "\r\n   "),
}


def redactor(*secrets: str, kind: str = "réponse") -> Redactor:
    made = Redactor()
    for secret in secrets:
        made.secret(kind, secret)
    return made


@pytest.mark.parametrize("form", FORMS)
def test_a_secret_is_replaced_in_each_of_its_forms(form: str) -> None:
    assert redactor(SECRET).clean(f"<p>{FORMS[form]}</p>") == "<p>‹réponse 1›</p>"


def test_the_longest_secret_is_replaced_first() -> None:
    assert redactor("Paul", "Paul Martin").clean("Paul Martin et Paul") == "‹réponse 2› et ‹réponse 1›"


def test_pseudonyms_are_numbered_by_kind() -> None:
    made = redactor("secret-un", "secret-deux", kind="mot de passe")
    assert made.secret("réponse", "Paul") == "‹réponse 1›"
    assert made.secret("mot de passe", "secret-un") == "‹mot de passe 1›"
    assert made.clean("secret-deux") == "‹mot de passe 2›"


def test_a_new_scene_numbers_again_and_still_knows_the_old_secrets() -> None:
    made = redactor("premier", "second")
    made.new_scene()
    assert made.secret("réponse", "second") == "‹réponse 1›"
    assert "premier" not in made.clean("premier")


def test_a_short_secret_is_replaced_alone_but_not_inside_words() -> None:
    assert redactor("Bo").clean("Bo, Bordeaux, <b>Bo</b>") == "‹réponse 1›, Bordeaux, <b>‹réponse 1›</b>"


def test_an_empty_secret_replaces_nothing() -> None:
    assert redactor("", "  ").clean("un  texte") == "un  texte"


def test_a_secret_does_not_spoil_a_pseudonym() -> None:
    made = redactor("mot de passe", "Paul")
    assert made.clean(made.clean("mot de passe, Paul")) == "‹réponse 1›, ‹réponse 2›"


TYPED = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], include_characters=" \t\r\n"))


@given(TYPED, st.text(), st.text(), st.sampled_from([str, html.escape, quote, quote_plus, json.dumps]))
def test_no_secret_is_left_whatever_surrounds_it(secret: str, before: str, after: str, form: object) -> None:
    assume(len(secret.strip()) >= 3 and secret not in "‹réponse 1›")
    cleaned = redactor(secret).clean(before + form(secret) + after)  # type: ignore[operator]
    assert "‹réponse 1›" in cleaned


def letter(encoding: str, charset: str = "utf-8") -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["To"] = "Code de Lila : mHPstewGkBYj", "Lila ROSEMONDE <lila@example.test>"
    mail.set_content("Bonjour,\nle code suivant : mHPstewGkBYj\nÀ bientôt", charset=charset, cte=encoding)
    mail.add_alternative("<p>le code : <b>mHPstewGkBYj</b></p>", subtype="html", cte=encoding)
    mail.add_attachment(b"%PDF mHPstewGkBYj", maintype="application", subtype="pdf", filename="recap.pdf")
    return mail.as_bytes()


@pytest.mark.parametrize(("encoding", "charset"), [("base64", "utf-8"), ("quoted-printable", "iso-8859-1")])
def test_a_mail_is_kept_readable_without_its_secrets(encoding: str, charset: str) -> None:
    raw = letter(encoding, charset)
    kept = redactor("mHPstewGkBYj", kind="code").clean_mail(raw)
    text = kept.decode("utf-8")
    assert "mHPstewGkBYj" not in text
    assert all(
        part in text for part in ["Subject: Code de Lila : ‹code 1›", "À bientôt", "<b>‹code 1›</b>", "recap.pdf"]
    )
    again = message_from_bytes(kept)
    assert again["X-Original-SHA256"] == hashlib.sha256(raw).hexdigest()
    assert [part.get_content_type() for part in again.walk()][-3:] == ["text/plain", "text/html", "text/plain"]


HOSTILE = {
    "empty": b"",
    "binary": bytes(range(256)),
    "unknown charset": b"Content-Type: text/plain; charset=x-none\n\nsecret-un",
    "codec that is not text": b"Content-Type: text/plain; charset=hex\n\nsecret-un",
    "codec that refuses": b"Content-Type: text/plain; charset=undefined\n\nsecret-un",
    "NUL charset": b"Content-Type: text/plain; charset=\x00\n\nsecret-un",
    "broken base64": b"Content-Transfer-Encoding: base64\n\n!!!secret-un",
    "broken header": b"Subject: =?utf-8?b?!!!?= =?x?q?secret-un?=\n\n",
    "header injection": b"Subject: =?utf-8?q?a=0AX-Original-SHA256=3A_b?=\n\n",
    "name of a header": b"X-secret-un: x\n\n",
    "kind": b"Content-Type: text/secret-un\n\n",
    "family": b"Content-Type: multipart/secret-un; boundary=b\n\n--b\n\nx\n--b\n\ny\n--b--\n",
    "kind of a file": b"Content-Type: secret-un/x\n\n",
    "no boundary": b"Content-Type: multipart/mixed\n\nsecret-un",
    "nested": b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(600)),
    "uuencoded": b"Content-Transfer-Encoding: x-uuencode\n\nbegin 666 x\nsecret-un\n",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_mail_is_kept_all_the_same(case: str) -> None:
    kept = redactor("secret-un").clean_mail(HOSTILE[case])
    assert b"secret-un" not in kept
    assert message_from_bytes(kept).get_all("X-Original-SHA256") == [hashlib.sha256(HOSTILE[case]).hexdigest()]


def test_a_mail_of_a_hundred_thousand_parts_is_kept_small() -> None:
    kept = Redactor().clean_mail(b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 100_000)
    assert len(kept) < KEPT
    assert "d'autres parties, non gardées" in kept.decode()


@given(st.binary())
def test_any_bytes_make_a_mail_that_reads(raw: bytes) -> None:
    assert redactor("secret-un").clean_mail(b"Content-Type: text/html\nX: " + raw).decode("utf-8")


def test_a_text_too_long_says_that_it_was_cut() -> None:
    body, _ = Redactor().kept("x" * (TEXT_LIMIT + 1), "text/plain")
    assert isinstance(body, str)
    assert (len(body) < TEXT_LIMIT + 100, body[-40:].endswith(f"{TEXT_LIMIT + 1} caractères en tout]")) == (True, True)


def test_an_image_too_large_gives_way_to_a_note() -> None:
    body, media_type = Redactor().kept(b"x" * (IMAGE_LIMIT + 1), "image/png")
    assert (media_type, "SHA-256" in str(body)) == ("text/plain", True)


def test_bytes_that_cannot_be_read_for_secrets_are_refused() -> None:
    with pytest.raises(ValueError, match="only images and mails"):
        Redactor().kept(b"%PDF", "application/pdf")


def test_nothing_of_a_secret_reaches_the_journal(tmp_path: Path) -> None:
    known = Redactor()
    told = tell(tmp_path, redactor=known)
    journal = told.journal
    journal.scenario_started(told.pickles[0])
    known.secret("code", "mHPstewGkBYj")
    journal.attach(letter("base64"), MAIL, "mHPstewGkBYj.eml")
    journal.attach("page avec mHPstewGkBYj", "text/html", "page", 0)
    journal.step_started(0)
    leaking = fault(message="mHPstewGkBYj", expected="mHPstewGkBYj", seen="mHPstewGkBYj", repair="mHPstewGkBYj")
    journal.step_finished(0, Status.failed, 0.0, leaking)
    journal.scenario_finished(leaking)
    journal.late_mail(told.pickles[0].id, leaking)
    written = told.path.read_text(encoding="utf-8")
    assert ("mHPstewGkBYj" in written, written.count("‹code 1›") > 12) == (False, True)
