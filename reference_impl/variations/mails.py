"""Conforming variations of the mails: their parts, their layout, their sentences."""

from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

from reference_impl.mail import messages
from reference_impl.patching import after, put, wrap
from reference_impl.variations import variation
from reference_impl.variations.texts import reword_mail

_TEXTS = ("EP6-2-30", "EP6-2-32", "EP6-2-33", "EP2-2-58", "EP2-2-60")


@variation("courriels-en-html-seul", admits="G55", plays=_TEXTS)
def _html_only() -> None:
    """Les courriels n'ont que leur version HTML."""
    after(messages, "_letter", lambda letter: _only(letter, "html"))


@variation("courriels-en-texte-seul", admits="G55", plays=_TEXTS)
def _text_only() -> None:
    """Les courriels n'ont que leur version texte."""
    after(messages, "_letter", lambda letter: _only(letter, "plain"))


@variation("courriels-en-base64", admits="contrat du courrier", plays=_TEXTS)
def _base64() -> None:
    """Les courriels sont codés en base64."""

    def encoded(letter: EmailMessage) -> EmailMessage:
        for part in letter.iter_parts():
            subtype = part.get_content_subtype()
            part.set_content(part.get_content(), subtype=subtype, charset="utf-8", cte="base64")
        return letter

    after(messages, "_letter", encoded)


@variation("courriels-en-lignes-courtes", admits="C79", plays=_TEXTS)
def _wrapped() -> None:
    """La version texte des courriels est coupée à 60 signes, avec des espaces en fin de ligne."""

    def narrow(sound: Callable[..., str], *given: Any) -> str:
        return "\n".join(_cut(line) for line in sound(*given).splitlines()) + "\n"

    wrap(messages, "_as_text", narrow)


def _cut(line: str) -> str:
    rows, row = [], ""
    for word in line.split(" "):
        if row and len(row) + len(word) > 60:
            rows.append(f"{row}  ")
            row = ""
        row = f"{row} {word}".strip()
    return "\n".join([*rows, row])


@variation("en-cas-d-oubli-en-bref", admits="C07", plays=("EP6-2-32", "EP6-2-33", "EP5-3-15"))
def _short_sentence() -> None:
    """Le courriel dit « votre réponse à la question de confiance », sans dire où elle se trouve."""
    reword_mail("_PASSWORD_CHANGED", (' présente dans vos informations personnelles ("Gérer vos coordonnées")', ""))


@variation("code-entoure-d-espaces", admits="C79", plays=("EP2-2-58", "EP2-3-4"))
def _spaced_code() -> None:
    """Le code est entouré d'espaces dans le courriel."""
    put(messages, "_ACTIVATION_CODE", tuple(
        f"  {block}  " if block == "{code}" else block for block in messages._ACTIVATION_CODE))  # fmt: skip


def _only(letter: EmailMessage, subtype: str) -> EmailMessage:
    part = letter.get_body((subtype,))
    if part is None:
        raise LookupError(f"this mail has no {subtype} part")
    content = part.get_content()
    letter.clear_content()
    letter.set_content(content, subtype=subtype, charset="utf-8", cte="quoted-printable")
    return letter
