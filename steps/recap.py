"""The recap document: downloaded through the browser, read as text, compared with what is known of the user."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pytest_bdd import parsers, then, when

from steps.checks import bare, contains, holds, plain, same
from steps.screens.activation import ActivatedScreen
from steps.screens.recap import RecapScreen
from steps.screens.space import SpaceScreen
from steps.texts import column
from steps.user import User
from steps.variants import Variants
from targets.faults import Unmet
from targets.profile import Profile

A4_POINTS = (595, 842)
UNREADABLE = (PyPdfError, DependencyError, LookupError, ValueError, TypeError, AttributeError, RuntimeError)
"""What pypdf raises of a damaged, empty or locked document: it does not keep to errors of its own."""
NUMBER = r"N° d'abonné|Numéro d'abonné"
PHONE = r"Tél(?:éphone)?\.?"
EMAIL = r"Adresse électronique(?: de connexion)?"
LABELS = (
    rf"Nom|Prénom|{NUMBER}|{PHONE}|{EMAIL}|Adresse(?: professionnelle)?|(?:Votre )?Question de confiance"
    r"|Vos coordonnées|Votre identité"
)
END = rf"(?:(?<!\w)(?:{LABELS})\s*:|Votre question|Votre espace professionnel|document créé|$)"


@dataclass(frozen=True)
class Recap:
    """A downloaded recap: where it came from, its bytes and its text.

    ``aligned`` is the text as the page lays it out: what stands side by side is read in one line, whatever the order
    in which the document was written.
    """

    url: str
    content: bytes
    text: str
    aligned: str
    pages: int
    size: tuple[int, int]
    title: str
    language: str

    def values(self, label: str) -> list[str]:
        """What stands between ``label`` and the next label, in either reading. Where lines break is not judged."""
        after = rf"(?<!\w)(?:{label})\s*:\s*(.*?)\s*(?={END})"
        found = (re.search(after, text, re.IGNORECASE) for text in (self.text, self.aligned))
        return [each.group(1) for each in found if each]


def read_recap(url: str, content: bytes) -> Recap:
    """Read a PDF; raises Unmet when it is none, is damaged, empty or locked."""
    if not content.startswith(b"%PDF-"):
        raise Unmet("Le récapitulatif n'est pas un PDF.", expected="un document PDF", seen=repr(content[:40]))
    try:
        return _read(url, content)
    except UNREADABLE as cause:
        raise Unmet(
            "Le récapitulatif est un PDF illisible.", expected="un document lisible", seen=str(cause)
        ) from cause


def _read(url: str, content: bytes) -> Recap:
    reader = PdfReader(BytesIO(content))
    box = reader.pages[0].mediabox
    text, aligned = (
        plain(" ".join(page.extract_text(extraction_mode=mode) for page in reader.pages))
        for mode in ("plain", "layout")
    )
    return Recap(
        url=url,
        content=content,
        text=text,
        aligned=aligned,
        pages=len(reader.pages),
        size=(round(box.width), round(box.height)),
        title=str(reader.metadata.title or "") if reader.metadata else "",
        language=str(reader.root_object.get("/Lang", "")),
    )


def save(screen: RecapScreen) -> Recap:
    """The document that ``screen`` offers, saved through the browser."""
    url = screen.recap_url()
    return read_recap(url, screen.download_recap())


@when("l'usager enregistre son récapitulatif d'inscription", target_fixture="recap")
def downloads_recap(user: User, profile: Profile) -> Recap:
    profile.require("recap")
    return save(SpaceScreen(user.window))


@when("l'usager enregistre le récapitulatif que la dernière page propose", target_fixture="recap")
def downloads_recap_of_activation(user: User) -> Recap:
    user.read_number()
    return save(ActivatedScreen(user.window))


@then("le document se lit")
def recap_is_readable(recap: Recap) -> None:
    holds(
        bool(recap.text), "Le récapitulatif", expected="un document avec du texte", seen=f"{recap.pages} page(s) vides"
    )


@then(parsers.re(r"le document donne (?P<datum>son .+)"))
def recap_gives(user: User, recap: Recap, datum: str) -> None:
    label, expected = {
        "son nom": ("Nom", user.person.last_name),
        "son prénom": ("Prénom", user.person.first_name),
        "son numéro d'abonné": (NUMBER, user.subscriber_number),
        "son téléphone": (PHONE, user.person.phone),
        "son adresse": (EMAIL, user.email),
    }[datum]
    seen = recap.values(label)
    holds(
        _joined(expected) in map(_joined, seen),
        f"Dans le récapitulatif, {datum}",
        expected=expected,
        seen=" ou ".join(dict.fromkeys(seen)) or "rien",
    )
    if label == NUMBER:
        holds(
            re.fullmatch(r"\d{14}", expected) is not None, "Le numéro d'abonné", expected="14 chiffres", seen=expected
        )


def _joined(text: str) -> str:
    """``text`` without case, accents or spaces: a narrow column may break a long word."""
    return bare(text).replace(" ", "")


@then(parsers.parse("le document donne, de son adresse postale, {parts}"))
def recap_address(user: User, recap: Recap, parts: str) -> None:
    home = user.person.address
    expected = {
        "la voie et le pays": ((home.number, home.kind, home.street), (home.country,)),
        "le code postal et la ville": ((home.postcode, home.city),),
    }[parts]
    missing = [
        " ".join(row) for row in expected if not any(_in_a_row(row, text) for text in (recap.text, recap.aligned))
    ]
    same("Ce qui manque de l'adresse postale", expected=[], seen=missing)


def _in_a_row(parts: Sequence[str], text: str) -> bool:
    """Whether ``parts`` follow each other in ``text``, with a label between them at most."""
    # Spaces may come anywhere within a part, but the one before the first part ends the number of what stands there.
    order = r"\D{0,30}".join(r"\s*".join(map(re.escape, _joined(part))) for part in parts)
    return re.search(rf"(?<!\d){order}", bare(text)) is not None


@then("le document porte la question de confiance de l'usager")
def recap_question(user: User, recap: Recap) -> None:
    question = bare(user.question)
    said = any(each in bare(recap.text) for each in (question, question.replace("(e)", "")))  # C66
    holds(said, "La question de confiance du récapitulatif", expected=user.question, seen=recap.text)


@then("le document suit le choix déclaré du site sur la réponse")
def recap_answer(user: User, recap: Recap, variants: Variants) -> None:
    shown = user.answer.casefold() in recap.text.casefold()
    how = "la réponse figure sur le document" if shown else "la réponse ne figure pas sur le document"
    variants.follow("C11", "avec_reponse" if shown else "sans_reponse", how)


@then("le document affiche")
def recap_titles(recap: Recap, datatable: list[list[str]]) -> None:
    contains("Le récapitulatif", recap.text, *column(datatable))


@then("le document se dit créé aujourd'hui")
def recap_is_of_today(recap: Recap, today: date) -> None:
    same("La date du récapitulatif", expected=today.strftime("%d/%m/%Y"), seen=_stamp(recap).split(" ")[0])


@then(parsers.parse("le document se dit créé le {stamp}"))
def recap_stamp(recap: Recap, stamp: str) -> None:
    same("L'horodatage du récapitulatif", expected=stamp, seen=_stamp(recap))


def _stamp(recap: Recap) -> str:
    found = re.search(r"document créé le (\d{2}/\d{2}/\d{4} à \d{2}h\d{2}mn\d{2}s)", recap.text)
    return found.group(1) if found else "aucun horodatage"


@then("le même lien, ouvert d'un autre appareil, ne donne pas le document")
def recap_is_private(user: User, recap: Recap) -> None:
    response = user.open_window().page.request.get(recap.url)
    holds(not response.body().startswith(b"%PDF-"), "Le récapitulatif ouvert sans connexion",
          expected="un refus", seen="le document")  # fmt: skip


@then("il s'annonce comme un document PDF")
def recap_kind(user: User, recap: Recap) -> None:
    seen = user.window.page.request.get(recap.url).headers.get("content-type", "aucun type")
    holds(seen.startswith("application/pdf"), "Le type du document", expected="application/pdf", seen=seen)


@then("le document tient sur une page A4 avec un titre et la langue française")
def recap_form(recap: Recap) -> None:
    same("Le nombre de pages", expected=1, seen=recap.pages)
    same("Le format (points)", expected=A4_POINTS, seen=recap.size)
    holds(bool(recap.title), "Le titre du document", expected="un titre", seen="aucun")
    holds(recap.language.startswith("fr"), "La langue du document", expected="fr", seen=recap.language or "aucune")
