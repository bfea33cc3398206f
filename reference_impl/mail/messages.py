"""The mails that the sheets show, word for word, as text and as HTML.

Sheet EP6 chapter 2 (EP6-2-29 to EP6-2-35), C07 (the long form), C08, G55. No password, answer, code or link is ever
put in a confirmation. ``Date`` and ``Message-ID`` are added when the mail is really sent (see ``dispatcher``).
"""

from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from typing import Final

from reference_impl.domain.dates import long_date

CHANGE_SUBJECT: Final = "Espace professionnel - Modification du mot de passe"

# What stands between braces is a fact: plain in the text part, in bold in the HTML part, as on the sheet.
_PASSWORD_CHANGED: Final = (
    "Bonjour,",
    "Vous avez modifié votre mot de passe ; cette demande a bien été prise en compte.",
    "Celui-ci est valable jusqu'au {valid_until}.",
    "En cas d'oubli de votre mot de passe, vous devrez saisir votre réponse à la question de confiance présente dans "
    'vos informations personnelles ("Gérer vos coordonnées").',
    "L'Administration fiscale vous remercie de l'intérêt que vous portez à ses services.",
    "Si vous avez une question particulière, nous vous invitons à ne pas répondre à l'adresse électronique de ce "
    "message mais à vous connecter sur notre site impots.gouv.fr où vous trouverez les réponses aux questions les plus "
    "fréquentes.",
    "L'Administration fiscale ne vous sollicite jamais (que ce soit par mail, par SMS ou par téléphone) pour vous "
    "demander de communiquer de quelque manière que ce soit vos identifiants ou vos coordonnées bancaires. Si vous "
    "recevez un tel message, ne cliquez sur aucun lien, n'appelez pas le numéro indiqué et ne tenez pas compte des "
    "informations qu'il contient car il s'agit sans doute d'un message de phishing.",
)
_PAGE: Final = """\
<!DOCTYPE html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title></head>
<body style="margin:0; padding:24px 16px; background:#f4f6fa">
<div style="max-width:38em; margin:0 auto; padding:8px 28px; background:#fff; color:#1c2333; border:1px solid #d5dbe6;
 border-radius:6px; font:16px/1.55 Arial, Helvetica, sans-serif">
{paragraphs}
</div>
</body>
</html>
"""


def password_changed(recipient: str, valid_until: date, sender: str) -> EmailMessage:
    """The confirmation of a new password, valid until the end of the day ``valid_until`` in Paris (EP6-2-29 to 35).

    Raises ValueError for an address that is not one plain ASCII address.
    """
    return _letter(recipient, sender, CHANGE_SUBJECT, _PASSWORD_CHANGED, {"valid_until": long_date(valid_until)})


def _letter(
    recipient: str, sender: str, subject: str, paragraphs: tuple[str, ...], facts: dict[str, str]
) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["From"] = _address(sender)
    message["To"] = _address(recipient)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_as_text(paragraphs, facts), charset="utf-8", cte="quoted-printable")
    message.add_alternative(_as_html(subject, paragraphs, facts), "html", charset="utf-8", cte="quoted-printable")
    return message


def _address(written: str) -> Address:
    written.encode("ascii")  # the library would write an accent as an encoded word, which no server can deliver
    return Address(addr_spec=written)


def _as_text(paragraphs: tuple[str, ...], facts: dict[str, str]) -> str:
    return "\n\n".join(paragraph.format(**facts) for paragraph in paragraphs) + "\n"


def _as_html(title: str, paragraphs: tuple[str, ...], facts: dict[str, str]) -> str:
    bold = {name: f"<strong>{escape(fact)}</strong>" for name, fact in facts.items()}
    marked = (f"<p>{escape(paragraph, quote=False).format(**bold)}</p>" for paragraph in paragraphs)
    return _PAGE.format(title=escape(title), paragraphs="\n".join(marked))
