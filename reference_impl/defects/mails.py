"""Defects of the confirmation mail: whether, when, to whom, from whom, and what it gives away."""

import smtplib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

from sqlalchemy import select
from sqlalchemy.orm import Session

from reference_impl import clock
from reference_impl.clock import PARIS
from reference_impl.defects import ALL, after, before, defect, put, wrap
from reference_impl.domain import validity
from reference_impl.domain.forgotten import Step
from reference_impl.mail import messages, outbox
from reference_impl.procedures import forgotten
from reference_impl.procedures.tries import Judged, Judgement
from reference_impl.site import Site
from reference_impl.store import spaces
from reference_impl.store.tables import Journey, Space
from reference_impl.web import forgotten as screens
from reference_impl.web.desk import site as present_site

Enqueue = Callable[[Session, EmailMessage, str, datetime], object]
STRANGER = "archives@exemple.test"


# -- whether and when -------------------------------------------------------------------------------------------------


@defect("courriel-absent", breaks="EP6-2-29", neighbours=(ALL,))
def _none() -> None:
    """Aucun courriel ne confirme le changement."""
    wrap(outbox, "enqueue", lambda sound, *told: None)


@defect("courriel-en-double", breaks="EP6-2-29", neighbours=("G33", "G62", "G63"))
def _twice() -> None:
    """Chaque changement envoie deux courriels."""
    wrap(outbox, "enqueue", lambda sound, *told: sound(*told) and sound(*told))


@defect("courriel-renvoye-au-rechargement", breaks="G33")
def _at_each_display() -> None:
    """Le courriel part à chaque affichage du récapitulatif, non au changement."""
    enqueue = _nothing_sent()

    def send(template: str, step: Step, *, journey: Journey | None = None, **_: object) -> None:
        if step is Step.RECAP and journey is not None:
            _confirm(present_site(), journey, clock.now(), enqueue)

    before(screens, "_screen", send)


@defect("courriel-des-la-bonne-reponse", breaks="G62")
def _too_early() -> None:
    """Le courriel part dès la bonne réponse, avant que le mot de passe soit changé."""
    enqueue = _nothing_sent()

    def judge(sound: Callable[..., Judged], site: Site, journey: Journey, typed: str, now: datetime) -> Judged:
        judged = sound(site, journey, typed, now)
        if judged.judgement is Judgement.RIGHT:
            _confirm(site, journey, now, enqueue)
        return judged

    wrap(forgotten, "judge", judge)


@defect("courriel-date-de-greenwich", breaks="EP6-2-30", neighbours=("EP5-3-13", "EP5-4.1-6", "EP5-4.1-13"))
def _clock_of_greenwich() -> None:
    """L'en-tête « Date » donne l'heure de Greenwich pour celle de Paris."""
    wrap(
        outbox.OutboxMail,
        "complete_message",
        lambda sound, mail, now: sound(mail, now.astimezone(UTC).replace(tzinfo=PARIS)),
    )


def _nothing_sent() -> Enqueue:
    """No mail is sent any more; what used to send them."""
    sound: Enqueue = outbox.enqueue
    wrap(outbox, "enqueue", lambda *told: None)
    return sound


def _confirm(site: Site, journey: Journey, now: datetime, enqueue: Enqueue) -> None:
    with site.database.begin() as db:
        recipient = spaces.get(db, journey.space_id or 0).email
        enqueue(db, messages.password_changed(recipient, validity.last_day(now), site.sender), recipient, now)
    site.wake()


# -- to whom and from whom --------------------------------------------------------------------------------------------


@defect("courriel-a-une-autre-adresse", breaks="C06", neighbours=(ALL, "EP6-1.4-1"))
def _elsewhere() -> None:
    """Le courriel est remis à une autre adresse que celle de l'usager."""
    wrap(outbox, "enqueue", lambda sound, db, letter, recipient, now: sound(db, letter, STRANGER, now))


@defect("courriel-copie-a-un-tiers", breaks="EP6-2-30")
def _copied() -> None:
    """Un tiers reçoit une copie cachée du courriel."""
    wrap(
        smtplib.SMTP,
        "send_message",
        lambda sound, server, letter, to_addrs: sound(server, letter, to_addrs=[*to_addrs, STRANGER]),
    )


@defect("courriel-au-voisin-aussi", breaks="EP6-2-30")
def _to_the_next_one() -> None:
    """Le titulaire de l'espace suivant reçoit lui aussi un courriel."""

    def to_both(sound: Callable[..., object], db: Session, letter: EmailMessage, recipient: str, now: datetime) -> None:
        sound(db, letter, recipient, now)
        mine = db.scalar(select(Space.id).where(Space.email == recipient)) or 0
        for other in db.scalars(select(Space.email).where(Space.id == mine + 1)):
            sound(db, letter, other, now)

    wrap(outbox, "enqueue", to_both)


@defect("courriel-d-un-autre-expediteur", breaks="EP6-2-30")
def _other_sender() -> None:
    """Le courriel ne vient pas de l'expéditeur du site."""
    wrap(messages, "password_changed", lambda sound, to, until, sender: sound(to, until, "webmestre@exemple.test"))


@defect("courriel-adresse-a-un-autre", breaks="C06")
def _other_header() -> None:
    """L'en-tête « À » du courriel nomme quelqu'un d'autre que l'usager."""

    def addressed(letter: EmailMessage) -> EmailMessage:
        letter.replace_header("To", STRANGER)
        return letter

    after(messages, "password_changed", addressed)


# -- what it says -----------------------------------------------------------------------------------------------------


@defect("courriel-d-un-autre-objet", breaks="EP6-2-29")
def _other_subject() -> None:
    """L'objet du courriel n'est pas celui de la fiche."""
    put(messages, "CHANGE_SUBJECT", "Espace professionnel - Changement de mot de passe")


@defect("courriel-d-une-autre-date", breaks="C05", neighbours=("EP6-2-32",))
def _other_date() -> None:
    """Le courriel annonce un jour de plus que l'écran."""
    wrap(
        messages,
        "password_changed",
        lambda sound, to, until, sender: sound(to, until + timedelta(days=1), sender),
    )


@defect("courriel-dont-les-versions-different", breaks="EP6-2-31")
def _versions_differ() -> None:
    """La version HTML n'annonce pas la même date que le texte."""
    wrap(
        messages,
        "_as_html",
        lambda sound, title, paragraphs, facts: sound(title, paragraphs, facts | {"valid_until": "01 janvier 2000"}),
    )


@defect("courriel-sans-version-html", breaks="EP6-2-31", neighbours=("G55",))
def _text_only() -> None:
    """Le courriel n'a qu'une version texte."""
    wrap(EmailMessage, "add_alternative", lambda sound, *told, **how: None)


@defect("courriel-vide", breaks="EP6-2-35", neighbours=(ALL,))
def _empty() -> None:
    """Le courriel ne dit rien."""
    put(messages, "_as_text", lambda paragraphs, facts: "")
    put(messages, "_as_html", lambda title, paragraphs, facts: "")


@defect("courriel-avec-adresse-de-reponse", breaks="G55")
def _reply_to() -> None:
    """Le courriel invite à répondre à une adresse."""

    def answerable(letter: EmailMessage) -> EmailMessage:
        letter["Reply-To"] = "assistance@exemple.test"
        return letter

    after(messages, "password_changed", answerable)


@defect("mot-de-passe-dans-le-courriel", breaks="EP6-2-35")
def _password_told() -> None:
    """Le courriel redit le nouveau mot de passe, dans sa seule version HTML."""
    typed: list[str] = []
    before(forgotten, "change", lambda site, journey, password, now: typed.append(password))
    after(messages, "_as_html", lambda page: page.replace("</body>", f"<p>{''.join(typed[-1:])}</p></body>"))


@defect("reponse-dans-le-courriel", breaks="EP6-2-35")
def _answer_told() -> None:
    """Le courriel rappelle la réponse de confiance."""
    typed: list[str] = []
    before(forgotten, "judge", lambda site, journey, answer, now: typed.append(answer.strip()))
    after(messages, "_as_text", lambda text: f"{text}\nVotre réponse : {''.join(typed[-1:])}\n")
