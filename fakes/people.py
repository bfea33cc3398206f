"""People who do not exist: the same seed always gives the same person.

Phone numbers come from the blocks that the French regulator keeps for fiction, so none can ring. Passwords and answers
are such that finding one in a mail or a page can only be a leak.
"""

from dataclasses import astuple, dataclass
from typing import Final

from faker import Faker

# Blocks of 10,000 numbers that the Arcep reserves for works of fiction.
_FICTION_BLOCKS: Final = ("019900", "026191", "035301", "046571", "053649", "063998")
# Never one plain family name: companies of the examples bear some.
_LAST_NAME_FORMS: Final = ("{0}-{1}", "O'{0}", "D'{0}-Haÿs", "Le {0}")
_FIRST_NAMES: Final = ("Anaïs", "Loïc", "Maëlle", "Zoé", "Héloïse", "Jean-Aymeric", "Marie-Océane")
_KINDS: Final = ("rue", "avenue", "boulevard", "place", "chemin", "impasse", "allée", "quai")
_STREETS: Final = ("des Tilleuls", "de l'Étang", "du Vieux-Moulin", "de la Poterne", "des Écureuils", "de l'Abbé-Loÿs")
_EXTRAS: Final = ("", "", "Bâtiment B", "Appartement 12", "Chez l'écluse")
_QUESTIONS: Final = (
    "Quel est votre surnom ?",
    "Le prénom de votre conjoint(e) ?",
    "Votre sport préféré ?",
    "Votre hobby ?",
)
# What a certificate space asks besides (EP4-1.5-5); none is among those above.
_OTHER_QUESTIONS: Final = (
    "Le prénom de votre mère ou de votre père ?",
    "La marque de votre première voiture ?",
    "La ville de naissance de votre premier enfant ?",
)
# fmt: off
_SYLLABLES: Final = (
    "bro", "kal", "vu", "zer", "mou", "tri", "fla", "gon", "dé", "pha", "rin",
    "lour", "ské", "nô", "bal", "quin", "zeph", "tou", "vê", "rac", "gui", "wal",
)
# fmt: on


@dataclass(frozen=True)
class InventedAddress:
    """Where a person lives, part by part as in the registration form; a part that she does not have is empty."""

    number: str
    kind: str
    street: str
    extra: str
    postcode: str
    city: str
    country: str


@dataclass(frozen=True)
class InventedPerson:
    """One person, as she would fill in the forms. The first name is never part of the last name, nor the reverse.

    ``other_questions`` are the two questions, with their answers, that her space asks besides where it is reached with
    a certificate.
    """

    last_name: str
    first_name: str
    phone: str
    email: str
    password: str
    question: str
    answer: str
    address: InventedAddress
    other_questions: tuple[tuple[str, str], ...] = ()

    def address_elements(self) -> tuple[str, ...]:
        """The parts of the postal address that she did fill in."""
        return tuple(part for part in astuple(self.address) if part)


def invent(seed: str, email: str) -> InventedPerson:
    """The person of this seed, reachable at ``email``."""
    fake = Faker("fr_FR")
    fake.seed_instance(seed)
    last_name, first_name = _names(fake)
    return InventedPerson(
        last_name=last_name,
        first_name=first_name,
        phone=fake.random_element(_FICTION_BLOCKS) + fake.numerify("####"),
        email=email,
        password=fake.password(length=28, special_chars=False),
        question=fake.random_element(_QUESTIONS),
        answer=_answer(fake),
        address=InventedAddress(
            number=str(fake.random_int(1, 199)),
            kind=fake.random_element(_KINDS),
            street=fake.random_element(_STREETS),
            extra=fake.random_element(_EXTRAS),
            postcode=fake.postcode(),
            city=fake.city(),
            country="FRANCE",
        ),
        other_questions=tuple(
            (question, _answer(fake)) for question in fake.random_elements(_OTHER_QUESTIONS, length=2, unique=True)
        ),
    )


def _names(fake: Faker) -> tuple[str, str]:
    """A last and a first name that cannot be taken for each other, even in part (C15)."""
    while True:
        last_name = fake.random_element(_LAST_NAME_FORMS).format(fake.last_name(), fake.last_name())
        first_name = fake.random_element((fake.first_name(), fake.random_element(_FIRST_NAMES)))
        if not _overlap(last_name.casefold(), first_name.casefold()):
            return last_name, first_name


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


def _answer(fake: Faker) -> str:
    return f"{_word(fake)} {_word(fake)} {fake.numerify('####')}"


def _word(fake: Faker) -> str:
    """A word of no language, some with an accent, that no page shows by chance."""
    return "".join(fake.random_elements(_SYLLABLES, length=3)).capitalize()
