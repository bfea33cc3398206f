"""The mails that the sheets show, word for word, as text and as HTML.

Sheet EP6 chapter 2 (EP6-2-29 to EP6-2-35), sheet EP2 chapter 2 (EP2-2-57 to EP2-2-61), C07 (the long form), C08, G55.
A confirmation never holds a password, an answer, a code or a link; the mail of a code holds the code alone. ``Date``
and ``Message-ID`` are added when the mail is really sent (see ``dispatcher``).
"""

from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from typing import Final

from reference_impl.domain.dates import long_date

CHANGE_SUBJECT: Final = "Espace professionnel - Modification du mot de passe"

ACTIVATION_SUBJECT: Final = "Espace professionnel - Création ou modification de l'espace"

# What stands between braces is a fact: plain in the text part, in bold in the HTML part, as on the sheets. A tuple
# within a letter is a numbered list.
Block = str | tuple[str, ...]

_NO_REPLY: Final = (
    "Si vous avez une question particulière, nous vous invitons à ne pas répondre à l'adresse électronique de ce "
    "message mais à vous connecter sur notre site impots.gouv.fr où vous trouverez les réponses aux questions les plus "
    "fréquentes."
)
_PHISHING: Final = (
    "L'Administration fiscale ne vous sollicite jamais (que ce soit par mail, par SMS ou par téléphone) pour vous "
    "demander de communiquer de quelque manière que ce soit vos identifiants ou vos coordonnées bancaires. Si vous "
    "recevez un tel message, ne cliquez sur aucun lien, n'appelez pas le numéro indiqué et ne tenez pas compte des "
    "informations qu'il contient car il s'agit sans doute d'un message de phishing."
)
_PASSWORD_CHANGED: Final = (
    "Bonjour,",
    "Vous avez modifié votre mot de passe ; cette demande a bien été prise en compte.",
    "Celui-ci est valable jusqu'au {valid_until}.",
    "En cas d'oubli de votre mot de passe, vous devrez saisir votre réponse à la question de confiance présente dans "
    'vos informations personnelles ("Gérer vos coordonnées").',
    "L'Administration fiscale vous remercie de l'intérêt que vous portez à ses services.",
    _NO_REPLY,
    _PHISHING,
)
_ACTIVATION_CODE: Final = (
    "Vous avez demandé la création d'un espace professionnel ou vous y avez apporté une modification. Cette demande a "
    "bien été prise en compte. Votre espace professionnel sera actif lorsque vous aurez saisi le code suivant :",
    "{code}",
    "Remarque : ce code n'est pas un mot de passe. Il ne doit être utilisé qu'une seule fois pour activer votre espace "
    "professionnel.",
    "Pour activer votre espace professionnel, veuillez suivre la procédure suivante :",
    (
        "connectez-vous sur le site impots.gouv.fr",
        "cliquez sur \"Connexion à l'espace professionnel\" situé en haut à droite de l'écran",
        'cliquez sur "Activer mon espace / mes services"',
        "saisissez le code d'activation reçu ci-dessus et validez",
        "saisissez l'adresse électronique de connexion à l'espace et validez",
    ),
    "Vous disposez d'un délai de 48 heures maximum pour activer votre espace professionnel à compter de l'envoi de ce "
    "message.",
    "La DGFIP vous remercie de l'intérêt que vous portez à ses services.",
    _NO_REPLY,
    _PHISHING,
)
_PAGE: Final = """\
<!DOCTYPE html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title></head>
<body style="margin:0; padding:24px 16px; background:#f4f6fa">
<div style="max-width:38em; margin:0 auto; padding:8px 28px; background:#fff; color:#1c2333; border:1px solid #d5dbe6;
 border-radius:6px; font:16px/1.55 Arial, Helvetica, sans-serif">
{blocks}
</div>
</body>
</html>
"""


def password_changed(recipient: str, valid_until: date, sender: str) -> EmailMessage:
    """The confirmation of a new password, valid until the end of the day ``valid_until`` in Paris (EP6-2-29 to 35).

    Raises ValueError for an address that is not one plain ASCII address.
    """
    return _letter(recipient, sender, CHANGE_SUBJECT, _PASSWORD_CHANGED, {"valid_until": long_date(valid_until)})


def activation_code(recipient: str, code: str, sender: str) -> EmailMessage:
    """The mail of an activation code (EP2-2-57 to EP2-2-61). Raises ValueError as ``password_changed``."""
    return _letter(recipient, sender, ACTIVATION_SUBJECT, _ACTIVATION_CODE, {"code": code})


def _letter(
    recipient: str, sender: str, subject: str, blocks: tuple[Block, ...], facts: dict[str, str]
) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["From"] = _address(sender)
    message["To"] = _address(recipient)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_as_text(blocks, facts), charset="utf-8", cte="quoted-printable")
    message.add_alternative(_as_html(subject, blocks, facts), "html", charset="utf-8", cte="quoted-printable")
    return message


def _address(written: str) -> Address:
    written.encode("ascii")  # the library would write an accent as an encoded word, which no server can deliver
    return Address(addr_spec=written)


def _as_text(blocks: tuple[Block, ...], facts: dict[str, str]) -> str:
    return "\n\n".join(_text_of(block).format(**facts) for block in blocks) + "\n"


def _text_of(block: Block) -> str:
    if isinstance(block, str):
        return block
    return "\n".join(f"{rank}. {item}" for rank, item in enumerate(block, start=1))


def _as_html(title: str, blocks: tuple[Block, ...], facts: dict[str, str]) -> str:
    bold = {name: f"<strong>{escape(fact)}</strong>" for name, fact in facts.items()}
    marked = (_html_of(block).format(**bold) for block in blocks)
    return _PAGE.format(title=escape(title), blocks="\n".join(marked))


def _html_of(block: Block) -> str:
    if isinstance(block, str):
        return f"<p>{escape(block, quote=False)}</p>"
    items = "\n".join(f"<li>{escape(item, quote=False)}</li>" for item in block)
    return f"<ol>\n{items}\n</ol>"
