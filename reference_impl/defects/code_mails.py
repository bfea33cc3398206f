"""Defects of the mail that holds an activation code: whether, to whom, from whom, and what it gives away (EP2-2-57)."""

from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from itertools import count
from typing import Any, cast

from sqlalchemy import Table, UniqueConstraint, select
from sqlalchemy.orm import Session

from reference_impl import clock
from reference_impl.defects import ALL, after, before, defect, put, wrap
from reference_impl.defects.mails import STRANGER
from reference_impl.domain import activation as rules
from reference_impl.domain.creation import Step
from reference_impl.hashing import fingerprint
from reference_impl.mail import messages, outbox
from reference_impl.procedures import creation
from reference_impl.site import Site
from reference_impl.store import activations
from reference_impl.store.tables import Activation, Draft
from reference_impl.web import creation as screens
from reference_impl.web.desk import site as present_site

# -- whether and to whom ----------------------------------------------------------------------------------------------


@defect("code-envoye-ailleurs", breaks="EP2-1.4-4", neighbours=(ALL,))
def _elsewhere() -> None:
    """Le code d'activation part vers une autre adresse que celle de l'usager."""

    def astray(
        sound: Callable[..., object], db: Session, letter: EmailMessage, recipient: str, now: datetime
    ) -> object:
        return sound(db, letter, STRANGER if holds_a_code(letter) else recipient, now)

    wrap(outbox, "enqueue", astray)


@defect("code-perdu-pour-une-longue-adresse", breaks="EP2-2-21")
def _long_address() -> None:
    """Au-delà de 90 caractères, l'adresse du destinataire du courriel est coupée."""
    wrap(outbox, "enqueue", lambda sound, db, letter, recipient, now: sound(db, letter, recipient[:90], now))


@defect("deux-courriels-a-code", breaks="EP2-2-51", neighbours=("G33", "G63", "EP2-2-56", "G10"))
def _twice() -> None:
    """Chaque inscription envoie deux courriels à code."""

    def ask(sound: Callable[..., None], site: Site, db: Session, draft: Draft, *told: Any) -> None:
        sound(site, db, draft, *told)
        _enqueue_a_code(site, db, draft.email)

    wrap(creation, "_request", ask)


@defect("code-avant-la-validation", breaks="EP2-2-51", neighbours=("G09", "G33", "G63", "EP2-2-56", "G10"))
def _too_early() -> None:
    """Un code part dès le formulaire rempli, avant que l'inscription soit validée."""
    before(creation, "describe", lambda site, draft, details, answer: mail_a_code(site, draft.email))


@defect("code-renvoye-au-rechargement", breaks="G33", neighbours=("EP2-2-51",))
def _at_each_display() -> None:
    """Recharger l'écran d'enregistrement fait partir un autre code."""
    seen: set[str] = set()

    def send(template: str, step: Step, *, draft: Draft | None = None, **_: object) -> None:
        if step is Step.REGISTERED and draft is not None:
            if draft.email in seen:
                mail_a_code(present_site(), draft.email)
            seen.add(draft.email)

    before(screens, "_screen", send)


def mail_a_code(site: Site, email: str) -> None:
    """Mail a code, good for nothing, to ``email``."""
    with site.database.begin() as db:
        _enqueue_a_code(site, db, email)
    site.wake()


def _enqueue_a_code(site: Site, db: Session, email: str) -> None:
    letter = messages.activation_code(email, activations.draw_code(), site.sender)
    outbox.enqueue(db, letter, email, clock.now())


def holds_a_code(letter: EmailMessage) -> bool:
    """Whether the mail is that of an activation code."""
    return bool(letter["Subject"] == messages.ACTIVATION_SUBJECT)


# -- its code ---------------------------------------------------------------------------------------------------------


@defect("code-de-onze-lettres", breaks="EP2-2-58", neighbours=(ALL,))
def _eleven() -> None:
    """Le code d'activation n'a que onze lettres."""
    put(rules, "LENGTH", 11)


@defect("code-de-treize-lettres", breaks="EP2-2-58", neighbours=(ALL,))
def _thirteen() -> None:
    """Le code d'activation a treize lettres."""
    put(rules, "LENGTH", 13)


@defect("code-tire-de-l-adresse", breaks="EP2-2-58", neighbours=("EP2-2-55", "EP2-2-56"))
def _foreseeable() -> None:
    """Le code se déduit de l'adresse : une nouvelle demande donne le même."""

    def ask(sound: Callable[..., None], site: Site, db: Session, draft: Draft, *told: Any) -> None:
        seed = int.from_bytes(draft.log_in_address.encode())
        letters = [rules.ALPHABET[seed // 7**rank % len(rules.ALPHABET)] for rank in range(rules.LENGTH)]
        put(activations, "draw_code", lambda: "".join(letters))
        sound(site, db, draft, *told)

    wrap(creation, "_request", ask)


@defect("code-toujours-le-meme", breaks="EP2-2-58", neighbours=(ALL,))
def _always_the_same() -> None:
    """Toutes les demandes reçoivent le même code ; il vaut pour la dernière."""
    table = cast(Table, Activation.__table__)
    once = next(rule for rule in table.constraints if isinstance(rule, UniqueConstraint) and "code" in rule.columns)
    table.constraints.remove(once)
    put(activations, "draw_code", lambda: rules.ALPHABET[: rules.LENGTH])
    last = select(Activation).order_by(Activation.id.desc()).limit(1)
    wrap(activations, "by_code", lambda _, db, code: db.scalar(last.where(Activation.code == fingerprint(code))))


@defect("code-different-en-html", breaks="G55")
def _versions_differ() -> None:
    """La version HTML donne un autre code que la version texte."""

    def other(sound: Callable[..., str], title: str, blocks: object, facts: dict[str, str]) -> str:
        return sound(title, blocks, {name: fact[::-1] for name, fact in facts.items()})

    wrap(messages, "_as_html", other)


@defect("courriel-a-code-vide", breaks="EP2-2-61", neighbours=(ALL,))
def _empty() -> None:
    """Le courriel d'activation ne dit rien."""
    put(messages, "_ACTIVATION_CODE", ())


# -- its headers ------------------------------------------------------------------------------------------------------


def _on_the_letter(name: str, breaks: str, summary: str, change: Callable[[EmailMessage], object]) -> None:
    """Register a defect that changes the mail of each code."""

    def changed(letter: EmailMessage) -> EmailMessage:
        change(letter)
        return letter

    def install() -> None:
        after(messages, "activation_code", changed)

    install.__doc__ = summary
    defect(name, breaks=breaks)(install)


def _set(header: str, value: str) -> Callable[[EmailMessage], None]:
    return lambda letter: letter.replace_header(header, value)


_on_the_letter("code-d-un-autre-expediteur", "EP2-2-57", "Le code ne vient pas de l'expéditeur déclaré du site.",
               _set("From", "webmestre@exemple.test"))  # fmt: skip
_on_the_letter("code-adresse-a-un-autre", "EP2-2-57", "L'en-tête « À » du courriel d'activation nomme un autre.",
               _set("To", STRANGER))  # fmt: skip
_on_the_letter("code-d-un-autre-objet", "EP2-2-57", "L'objet du courriel d'activation n'est pas celui de la fiche.",
               _set("Subject", "Bienvenue"))  # fmt: skip
_on_the_letter("code-avec-piece-jointe", "EP2-2-57", "Le courriel d'activation porte une pièce jointe.",
               lambda letter: letter.add_attachment("Bienvenue", filename="bienvenue.txt"))  # fmt: skip
_on_the_letter("code-avec-adresse-de-reponse", "G55", "Le courriel d'activation invite à répondre à une adresse.",
               lambda letter: letter.add_header("Reply-To", "assistance@exemple.test"))  # fmt: skip


@defect("code-date-au-hasard", breaks="EP2-2-57")
def _wrong_date() -> None:
    """Chaque courriel est daté d'une heure de plus que le précédent."""
    ranks = count(1)

    def dated(sound: Callable[..., EmailMessage], mail: outbox.OutboxMail, now: datetime) -> EmailMessage:
        letter = sound(mail, now)
        letter.replace_header("Date", now.replace(hour=(now.hour + next(ranks)) % 24))
        return letter

    wrap(outbox.OutboxMail, "complete_message", dated)


# -- what it gives away -----------------------------------------------------------------------------------------------


@defect("reponse-dans-le-courriel-a-code", breaks="EP2-2-61", neighbours=("C40",))
def _answer_told() -> None:
    """Le courriel d'activation rappelle la réponse de confiance."""
    typed: list[str] = []
    before(creation, "describe", lambda site, draft, details, answer: typed.append(answer.strip()))
    after(messages, "_as_text", lambda text: f"{text}\nVotre réponse : {''.join(typed[-1:])}\n")


@defect("mot-de-passe-dans-le-courriel-a-code", breaks="C40", neighbours=("EP2-2-61",))
def _password_told() -> None:
    """Le courriel d'activation redit le mot de passe, dans sa seule version HTML."""
    typed: list[str] = []
    before(creation, "identify", lambda site, draft, address, password, now: typed.append(password))
    after(messages, "_as_html", lambda page: page.replace("</body>", f"<p>{''.join(typed[-1:])}</p></body>"))


@defect("marche-a-suivre-dans-le-desordre", breaks="EP2-2-59")
def _disordered() -> None:
    """Le courriel d'activation explique les cinq points dans un autre ordre."""
    blocks = messages._ACTIVATION_CODE
    put(messages, "_ACTIVATION_CODE", tuple(each if isinstance(each, str) else each[::-1] for each in blocks))
