"""``focus new``: the first profile of a target, from a few questions. ``focus check`` then says what it still lacks."""

import json
from collections.abc import Iterator
from typing import Protocol

from targets import faketime
from targets.sections import KINDS

SECRETS = {"imap": "${MOT_DE_PASSE_IMAP}", "door": "${JETON_DE_LA_PORTE}"}
ACCOUNT = """
[[spaces.accounts]]                     # un par scénario : en préparer autant que possible, et décrire chacun ici
state = "active"
email = "lila@exemple.test"
password = "${MOT_DE_PASSE_DES_COMPTES}"
question = "Votre hobby ?"
answer = "${REPONSE_DES_COMPTES}"
last_name = "ROSEMONDE"
first_name = "Lila"
phone = "0199001234"
subscriber_number = "20232990000101"
"""


class Ask(Protocol):
    """Answers a question about a key of the profile: from the command line, from the person, or by its default."""

    def __call__(self, key: str, question: str, default: str | None = None, among: tuple[str, ...] = ()) -> str:
        """``among``: the only answers that are good, where they are few; no ``default``: one must be given."""


QUESTIONS = {
    "target.name": "Nom du site",
    "target.version": "Version du site",
    "target.base_url": "Adresse de son accueil",
    "start.command": "Commande qui le lance, où {port} et {smtp_port} seront remplis (rien : il tourne déjà)",
    "mail.kind": "Où lire ses courriels",
    "mail.url": "Adresse des pages de ce serveur de courriels",
    "mail.port": "Port où le site envoie ses courriels, que le banc d'essai écoutera",
    "mail.host": "Serveur IMAP",
    "mail.user": "Identifiant IMAP",
    "mail.recipient": "Adresses des personnes inventées ({id} : différent pour chacune)",
    "clock.kind": "Ce qui déplace son horloge",
    "clock.set": "Commande qui l'arrête à {instant}",
    "captcha.kind": "Comment connaître la réponse de l'image à recopier",
    "captcha.answer": "Réponse qui vaut pour toutes les images",
    "spaces.kind": "D'où viennent les espaces des scénarios",
    "door.url": "Adresse de la porte d'essai",
}
"""Key of the profile -> what is asked."""


def draft(ask: Ask) -> str:
    """The text of a profile, in TOML."""
    return "\n".join(_Draft(ask).lines()) + "\n"


class _Draft:
    """Asks for what the answers so far call for, section after section."""

    def __init__(self, ask: Ask) -> None:
        self._asked = ask
        self._kinds: dict[str, str] = {}

    def lines(self) -> Iterator[str]:
        yield "# Chaque clé est dite dans docs/target.md ; « focus check » dit ce qui manque encore."
        yield "[target]"
        yield from (self._line("target", key) for key in ("name", "version"))
        started = self._ask("start.command", "")
        yield self._line("target", "base_url", "http://127.0.0.1:{port}" if started else None)
        if started:
            yield from ("", "[start]", f"command = {_quoted(started)}")
        yield from self._mail(bool(started))
        yield from self._clock(bool(started))
        yield from self._captcha()
        yield from self._spaces()
        if "door" in self._kinds.values():
            yield from ("", "[door]", self._line("door", "url", "{base_url}/essai" if started else None))
            yield f"token = {_quoted(SECRETS['door'])}"

    def _mail(self, started: bool) -> Iterator[str]:
        kind = self._ask_kind("mail", "smtp" if started else "none")
        yield from ("", "[mail]", f"kind = {_quoted(kind)}")
        if kind in ("mailpit", "maildev"):
            yield self._line("mail", "url", {"mailpit": "http://127.0.0.1:8025"}.get(kind, "http://127.0.0.1:1080"))
        if kind == "imap":
            yield from (self._line("mail", key) for key in ("host", "user"))
            yield f"password = {_quoted(SECRETS['imap'])}"
        if kind == "smtp" and not started:
            yield f"port = {int(self._ask('mail.port', '2525'))}"
        yield self._line("mail", "recipient", "qa+{id}@exemple.test")

    def _clock(self, started: bool) -> Iterator[str]:
        kind = self._ask_kind("clock", "faketime" if started and faketime.find() else "none")
        yield from ("", "[clock]", f"kind = {_quoted(kind)}")
        if kind == "command":
            yield self._line("clock", "set")
        if kind != "none":
            yield "past = true                             # false, si le site ne supporte pas de reculer"

    def _captcha(self) -> Iterator[str]:
        kind = self._ask_kind("captcha", "fixed")
        yield from ("", "[captcha]", f"kind = {_quoted(kind)}")
        if kind == "fixed":
            yield self._line("captcha", "answer")

    def _spaces(self) -> Iterator[str]:
        kind = self._ask_kind("spaces", "screens")
        yield from ("", "[spaces]", f"kind = {_quoted(kind)}")
        if kind == "accounts":
            yield ACCOUNT.rstrip()

    def _ask(self, key: str, default: str | None = None, among: tuple[str, ...] = ()) -> str:
        return self._asked(key, QUESTIONS[key], default, among)

    def _ask_kind(self, lever: str, default: str) -> str:
        kind = self._ask(f"{lever}.kind", default, tuple(KINDS[lever]))
        self._kinds[lever] = kind
        return kind

    def _line(self, section: str, key: str, default: str | None = None) -> str:
        return f"{key} = {_quoted(self._ask(f'{section}.{key}', default))}"


def _quoted(text: str) -> str:
    """A TOML string: the same signs as JSON must be escaped in both."""
    return json.dumps(text, ensure_ascii=False)
