"""Defects of the option: whose space it is, and which address, password and question are chosen (EP4 §1 to §3)."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from types import SimpleNamespace
from typing import Any

from flask import Response, abort
from sqlalchemy import select
from sqlalchemy.orm import Session

from reference_impl.defects import ALL, before, defect, put, wrap
from reference_impl.domain import passwords
from reference_impl.domain.addresses import Address
from reference_impl.domain.claims import Holder, Taken
from reference_impl.domain.option import Reached, Step
from reference_impl.domain.passwords import Refusal
from reference_impl.domain.questions import QUESTIONS
from reference_impl.procedures import new_passwords, option, tries
from reference_impl.site import Site
from reference_impl.store import options, spaces
from reference_impl.store.option_tables import OptionRequest, OptionRun
from reference_impl.store.tables import Space, State
from reference_impl.web import option as screens
from reference_impl.web.creation_forms import IdentifiersForm
from reference_impl.web.option_forms import NumberForm, QuestionForm, VerificationForm

# -- whose space it is ------------------------------------------------------------------------------------------------


@defect("numero-facultatif", breaks="EP4-1.5-1")
def _no_number() -> None:
    """Sans numéro d'abonné, l'option s'ouvre pour le premier espace à certificat venu."""

    def begin(sound: Callable[..., bool], site: Site, session_id: int, typed: str) -> bool:
        with site.database.begin() as db:
            anybody = db.scalar(select(Space.subscriber_number).where(Space.state == State.CERTIFICATE))
        return sound(site, session_id, typed or anybody)

    before(NumberForm, "validate", lambda form: setattr(form.number, "validators", []))
    put(NumberForm, "validate_number", lambda form, field: None)
    wrap(option, "begin", begin)


@defect("numero-refuse-en-silence", breaks="G16")
def _number_refused_silently() -> None:
    """Un numéro d'abonné refusé revient sans dire ce qui ne va pas."""
    before(screens, "_number_screen", lambda form: setattr(form.number, "errors", ()))


@defect("espace-sans-certificat-revele", breaks="G45")
def _told_apart() -> None:
    """Le refus dit si le numéro est celui d'un espace qui n'a plus de certificat."""

    def begin(sound: Callable[..., bool], site: Site, session_id: int, typed: str) -> bool:
        with site.database.begin() as db:
            known = _of_the_number(db, typed)
        put(screens, "NOT_RECOGNISED", "Cet espace n'a pas de certificat." if known else unknown)
        return sound(site, session_id, typed)

    unknown = screens.NOT_RECOGNISED
    wrap(option, "begin", begin)


@defect("identifiants-de-l-option-ouverts-a-tous", breaks="EP4-1.4-2", neighbours=("G33",))
def _skipped() -> None:
    """L'écran « Identifiants » de l'option s'ouvre par son adresse, sans numéro ni réponse."""

    def shown(sound: Callable[..., Any], step: Step, reached: Reached | None) -> Any:
        if step is Step.IDENTIFIERS and reached is None:
            abort(Response(screens._identifiers_screen(IdentifiersForm(formdata=None))))
        return sound(step, reached)

    screens._guide.__dict__["way"] = partial(shown, screens._guide.way)


@defect("question-du-surnom-absente", breaks="EP4-3-12")
def _no_nickname() -> None:
    """La liste de l'option n'offre pas la question sur le surnom."""
    QuestionForm.question.kwargs["choices"] = [each for each in QUESTIONS if "surnom" not in each]


def _of_the_number(db: Session, number: str) -> Space | None:
    return db.scalar(select(Space).where(Space.subscriber_number == number))


@defect("option-ouverte-sans-certificat", breaks="EP4-1.2-1", neighbours=("EP4-4.2-8", "G45", "G46"))
def _open_to_all() -> None:
    """Le numéro d'un espace sans certificat ouvre aussi l'option, sa question posée trois fois."""
    put(options, "certificate_space", _of_the_number)
    wrap(Space, "trusted", lambda sound, space: (sound(space) * 3)[:3])


@defect("option-ouverte-deux-fois", breaks="EP4-4.2-8", neighbours=("G46",))
def _again() -> None:
    """Le même numéro et les trois réponses d'autrefois permettent encore d'opter."""
    former: dict[int, list[tuple[str, str]]] = {}

    def carry_out(sound: Callable[..., Space], db: Session, request: OptionRequest) -> Space:
        former[request.space_id] = spaces.get(db, request.space_id).trusted()
        return sound(db, request)

    def known(sound: Callable[..., Space | None], db: Session, number: str) -> Space | None:
        space = _of_the_number(db, number)
        return space if space and space.id in former else sound(db, number)

    wrap(options, "carry_out", carry_out)
    wrap(options, "certificate_space", known)
    wrap(Space, "trusted", lambda sound, space: former.get(space.id) or sound(space))


@defect("reponse-laissee-vide-admise", breaks="EP4-1.4-2")
def _left_empty() -> None:
    """Une réponse laissée vide n'est pas jugée, pourvu qu'il y en ait une autre."""

    def lenient(_sound: object, site: Site, space: Space, typed: list[str]) -> bool:
        pairs = [(kept, told) for (_question, kept), told in zip(space.trusted(), typed, strict=True)]
        return all(tries.is_right(site, *pair) for pair in pairs if pair[1].strip())

    def is_filled(sound: Callable[..., bool], form: VerificationForm) -> bool:
        return sound(form) or any(answer.strip() for answer in form.typed())

    wrap(option, "_are_right", lenient)
    wrap(VerificationForm, "is_filled", is_filled)


# -- the address ------------------------------------------------------------------------------------------------------


def _identified_where(spared: Callable[[Space, Address, Taken], bool]) -> None:
    """Have the third screen let an address through that is taken, where ``spared`` says so."""

    def identify(sound: Callable[..., Taken | None], site: Site, run: OptionRun, address: Address,
                 password: str, now: datetime) -> Taken | None:  # fmt: skip
        taken = sound(site, run, address, password, now)
        if taken is None or not spared(run.space, address, taken):
            return taken
        password_hash = site.hasher.hash(passwords.normalise(password))
        with site.database.begin() as db:
            options.identify(db, run.id, address, password_hash)
        return None

    wrap(option, "identify", identify)


@defect("adresse-prise-vue-trop-tard", breaks="EP4-1.3-1", neighbours=("EP4-3-3", "C46"))
def _seen_too_late() -> None:
    """L'adresse d'un autre espace n'est refusée qu'à l'écran « Question », une fois tout choisi."""
    _identified_where(
        lambda space, address, taken: taken.holder is Holder.SPACE and address.canonical != space.email.lower()
    )


@defect("adresse-commune-toujours-gardee", breaks="EP4-1.3-2", neighbours=("C45", "EP4-3-7", "EP4-3-21", "C42", "G10"))
def _own_never_checked() -> None:
    """L'adresse proposée n'est pas contrôlée, même si un collègue l'a prise."""
    _identified_where(lambda space, address, taken: address.canonical == space.email.lower())


@defect("adresse-commune-refusee-au-premier", breaks="C45",
        neighbours=("EP4-1.3-2", "EP4-3-7", "G10", "G11"))  # fmt: skip
def _refused_to_the_first() -> None:
    """L'adresse que partagent deux espaces à certificat est refusée aux deux."""

    def refusing(sound: Callable[..., Taken | None], site: Site, run: OptionRun, address: Address,
                 password: str, now: datetime) -> Taken | None:  # fmt: skip
        shared = select(Space).where(Space.state == State.CERTIFICATE, Space.email == address.written)
        with site.database.begin() as db:
            holders = db.scalars(shared).all()
        return Taken(Holder.CERTIFICATE) if len(holders) > 1 else sound(site, run, address, password, now)

    wrap(option, "identify", refusing)


def _addressed(accepts: Callable[[str], bool]) -> None:
    """Have the third screen take for good each address that ``accepts`` takes."""

    class Lenient(IdentifiersForm):
        def validate_address(self, field: Any) -> None:
            typed = (field.data or "").strip()
            if accepts(typed):
                self.parsed = Address(typed, typed.lower())
            else:
                super().validate_address(field)

    put(screens, "IdentifiersForm", Lenient)


@defect("adresse-sans-arobase", breaks="EP4-1.5-1")
def _without_at() -> None:
    """L'option admet une adresse sans « @ »."""
    _addressed(lambda typed: "@" not in typed and "." in typed)


@defect("adresse-de-cent-un-caracteres-a-l-option", breaks="EP4-3-6")
def _one_too_many() -> None:
    """L'option admet une adresse de 101 caractères."""
    _addressed(lambda typed: len(typed) == 101)


@defect("adresse-du-certificat-imposee", breaks="EP4-3-7",
        neighbours=("C17", "EP4-1.3-1", "EP4-1.4-4", "EP4-3-6", "EP4-3-14", "G10"))  # fmt: skip
def _imposed() -> None:
    """L'adresse de l'espace à certificat est gardée, quelle que soit celle que l'usager donne."""

    def identify(sound: Callable[..., None], db: Session, run_id: int, address: Address, password_hash: str) -> None:
        run = db.get_one(OptionRun, run_id)
        own = spaces.get(db, run.space_id).email
        sound(db, run_id, Address(own, own.lower()), password_hash)

    wrap(options, "identify", identify)


@defect("adresse-gardee-non-enregistree", breaks="EP4-3-4", neighbours=(ALL,))
def _kept_and_lost() -> None:
    """Garder l'adresse proposée, c'est ne rien changer : rien n'est enregistré, et la procédure n'avance pas."""

    def identify(sound: Callable[..., None], db: Session, run_id: int, address: Address, password_hash: str) -> None:
        if db.get_one(OptionRun, run_id).email != address.written:
            sound(db, run_id, address, password_hash)

    wrap(options, "identify", identify)


# -- the password and the question ------------------------------------------------------------------------------------


@defect("confirmation-sans-casse-a-l-option", breaks="EP4-3-5")
def _without_case() -> None:
    """L'option ne voit pas la majuscule qui distingue la confirmation du mot de passe."""

    class Lenient(IdentifiersForm):
        def validate_password_again(self, field: Any) -> None:
            if (field.data or "").lower() != (self.password.data or "").lower():
                super().validate_password_again(field)

    put(screens, "IdentifiersForm", Lenient)


@defect("dix-neuf-caracteres-a-l-option", breaks="EP4-3-8")
def _nineteen() -> None:
    """L'option admet un mot de passe de dix-neuf caractères."""

    def refusals(site: Site, space: Space, password: str, *beside: str) -> list[Refusal]:
        found = new_passwords.refusals(site, space, password, *beside)
        return [] if len(password) == 19 and found == [Refusal.TOO_SHORT] else found

    put(screens, "new_passwords", SimpleNamespace(refusals=refusals, level=new_passwords.level))


@defect("reponse-facultative-a-l-option", breaks="EP4-3-12")
def _optional() -> None:
    """Sans réponse à la question de confiance, l'option est validée."""

    class Lenient(QuestionForm):
        def validate_answer(self, field: Any) -> None:
            if field.data:
                super().validate_answer(field)

    put(screens, "QuestionForm", Lenient)


@defect("valider-deux-fois", breaks="EP4-3-13", neighbours=(ALL,))
def _only_the_second() -> None:
    """Le premier « Valider » ne fait rien : il faut revenir à la question et valider encore."""
    seen: set[int] = set()

    def validate(sound: Callable[..., Taken | None], site: Site, run: OptionRun, *told: Any) -> Taken | None:
        if run.id in seen:
            return sound(site, run, *told)
        seen.add(run.id)
        return None

    wrap(option, "validate", validate)
