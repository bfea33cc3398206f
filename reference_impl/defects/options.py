"""Defects of the option: who is recognised, and what becomes of the space that is transformed (EP4 §2 to §4)."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from reference_impl.defects import after, defect, wrap
from reference_impl.procedures import option, tries
from reference_impl.site import Site
from reference_impl.store import options, spaces
from reference_impl.store.option_tables import OptionRequest, OptionRun
from reference_impl.store.tables import Space

# -- who is recognised ------------------------------------------------------------------------------------------------


@defect("deuxieme-reponse-ignoree", breaks="EP4-2-16")
def _second_ignored() -> None:
    """La deuxième des trois réponses n'est pas jugée."""

    def lenient(_sound: object, site: Site, space: Space, typed: list[str]) -> bool:
        pairs = [(kept, told) for (_question, kept), told in zip(space.trusted(), typed, strict=True)]
        return all(tries.is_right(site, *pair) for pair in (pairs[0], pairs[2]))

    wrap(option, "_are_right", lenient)


@defect("reponses-dans-n-importe-quel-ordre", breaks="EP4-2-16")
def _in_any_order() -> None:
    """Les trois réponses sont admises dans un ordre quelconque."""

    def lenient(_sound: object, site: Site, space: Space, typed: list[str]) -> bool:
        return all(
            any(tries.is_right(site, kept, told) for told in typed) for _question, kept in space.trusted()
        )  # fmt: skip

    wrap(option, "_are_right", lenient)


@defect("adresse-non-proposee", breaks="EP4-3-1",
        neighbours=("C45", "EP4-1.3-2", "EP4-1.4-3", "EP4-3-4", "EP4-3-12", "G10", "G11"))  # fmt: skip
def _no_email() -> None:
    """L'adresse de l'espace à certificat n'est pas proposée."""

    def without(run: OptionRun) -> OptionRun:
        run.email = ""
        return run

    after(options, "empty", without)


# -- what is transformed ----------------------------------------------------------------------------------------------


def _transformed(change: Callable[[Space], object]) -> None:
    """Have ``change`` done to each space that an option has transformed."""

    def carried_out(space: Space) -> Space:
        change(space)
        return space

    after(options, "carry_out", carried_out)


@defect("services-perdus-a-l-option", breaks="EP4-1.3-3", neighbours=("EP4-1.2-2", "EP4-4.2-9"))
def _services_lost() -> None:
    """L'espace transformé a perdu ses services."""
    _transformed(lambda space: space.services.clear())


@defect("numero-change-a-l-option", breaks="EP4-4.2-6", neighbours=("C13", "EP4-1.1-2", "EP4-4.2-7"))
def _other_number() -> None:
    """L'espace transformé a un autre numéro d'abonné."""
    _transformed(lambda space: setattr(space, "subscriber_number", str(int(space.subscriber_number) + 50)))


@defect("telephone-perdu-a-l-option", breaks="EP4-1.3-4", neighbours=("C15", "EP4-5-3"))
def _phone_lost() -> None:
    """L'espace transformé a perdu le téléphone de l'usager."""
    _transformed(lambda space: setattr(space, "phone", "0199000000"))


@defect("question-d-autrefois-gardee", breaks="EP4-3-11", neighbours=("EP4-5-4", "EP4-5-6", "G46"))
def _old_question() -> None:
    """L'espace transformé garde la première de ses trois questions, et sa réponse."""

    def keeping(sound: Callable[[Session, OptionRequest], Space], db: Session, request: OptionRequest) -> Space:
        former = spaces.get(db, request.space_id)
        question, answer_hash = former.question, former.answer_hash
        space = sound(db, request)
        space.question, space.answer_hash = question, answer_hash
        return space

    wrap(options, "carry_out", keeping)
