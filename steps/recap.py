"""The recap document: downloaded through the browser, read as text, compared with what is known of the user."""

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from pytest_bdd import parsers, then, when

from steps.checks import bare, contains, holds, plain, same
from steps.screens.space import SpaceScreen
from steps.texts import column
from steps.user import User
from steps.variants import Variants
from targets.faults import Fault, Unmet
from targets.profile import Profile

A4_POINTS = (595, 842)


@dataclass(frozen=True)
class Recap:
    """A downloaded recap: where it came from, its bytes and its text."""

    url: str
    content: bytes
    text: str
    pages: int
    size: tuple[int, int]
    title: str
    language: str

    def line(self, label: str) -> str:
        """What stands after ``label`` on its line, or an empty string."""
        found = re.search(rf"^\s*{re.escape(label)}\s*:\s*(.+)$", self.text, re.MULTILINE | re.IGNORECASE)
        return plain(found.group(1)) if found else ""


def read_recap(url: str, content: bytes) -> Recap:
    """Read a PDF; raises Unmet when it is none."""
    if not content.startswith(b"%PDF-"):
        raise Unmet("Le récapitulatif n'est pas un PDF.", expected="un document PDF", seen=repr(content[:40]))
    reader = PdfReader(BytesIO(content))
    box = reader.pages[0].mediabox
    text = "\n".join(_lines(page.extract_text()) for page in reader.pages)
    return Recap(
        url=url,
        content=content,
        text=text,
        pages=len(reader.pages),
        size=(round(box.width), round(box.height)),
        title=str(reader.metadata.title or "") if reader.metadata else "",
        language=str(reader.root_object.get("/Lang", "")),
    )


def _lines(text: str) -> str:
    return "\n".join(plain(line) for line in text.splitlines())


@when("l'usager enregistre son récapitulatif", target_fixture="recap")
def downloads_recap(user: User, profile: Profile) -> Recap:
    profile.require("recap")
    space = SpaceScreen(user.window)
    url = space.recap_url()
    return read_recap(url, Path(space.download_recap().path()).read_bytes())


@then(parsers.re(r"le document porte à la ligne « (?P<label>.+) » (?P<datum>son .+)"))
def recap_line(user: User, recap: Recap, label: str, datum: str) -> None:
    expected = {
        "son nom": user.person.last_name,
        "son prénom": user.person.first_name,
        "son numéro d'abonné": user.subscriber_number,
        "son téléphone": user.person.phone,
        "son adresse": user.email,
    }
    if datum not in expected:
        raise Fault(f"« {datum} » ne désigne rien. Formules connues : " + " ; ".join(expected))
    same(
        f"La ligne « {label} » du récapitulatif",
        expected=bare(expected[datum]),
        seen=bare(recap.line(label)),
    )
    if datum == "son numéro d'abonné":
        holds(
            re.fullmatch(r"\d{14}", recap.line(label)) is not None,
            "Le numéro d'abonné",
            expected="14 chiffres",
            seen=recap.line(label),
        )


@then("le document porte tous les éléments de son adresse postale")
def recap_address(user: User, recap: Recap) -> None:
    contains("Le récapitulatif", recap.text, *user.person.address_elements())


@then("le document donne le nom de l'usager pour nom et son prénom pour prénom")
def names_are_not_swapped(user: User, recap: Recap) -> None:
    same("Le nom", expected=bare(user.person.last_name), seen=bare(recap.line("Nom")))
    same("Le prénom", expected=bare(user.person.first_name), seen=bare(recap.line("Prénom")))


@then("le document porte la question de confiance de l'usager")
def recap_question(user: User, recap: Recap) -> None:
    contains("Le récapitulatif", recap.text, user.person.question)


@then("le document suit la lecture déclarée de la contradiction C11")
def recap_answer(user: User, recap: Recap, variants: Variants) -> None:
    shown = user.answer.casefold() in recap.text.casefold()
    how = "la réponse figure sur le document" if shown else "la réponse ne figure pas sur le document"
    variants.follow("C11", "avec_reponse" if shown else "sans_reponse", how)


@then("le document porte les titres")
def recap_titles(recap: Recap, datatable: list[list[str]]) -> None:
    contains("Le récapitulatif", recap.text, *column(datatable))


@then(parsers.parse("le document se dit créé le {stamp}"))
def recap_stamp(recap: Recap, stamp: str) -> None:
    found = re.search(r"document créé le (\d{2}/\d{2}/\d{4} à \d{2}h\d{2}mn\d{2}s)", plain(recap.text))
    same("L'horodatage du récapitulatif", expected=stamp, seen=found.group(1) if found else "aucun horodatage")


@then("la même adresse de page, ouverte ailleurs, ne donne pas le document")
def recap_is_private(user: User, recap: Recap) -> None:
    response = user.open_window().page.request.get(recap.url)
    holds(not response.body().startswith(b"%PDF-"), "Le récapitulatif ouvert sans connexion",
          expected="un refus", seen="le document")  # fmt: skip


@then("le document tient sur une page A4 avec un titre et la langue française")
def recap_form(recap: Recap) -> None:
    same("Le nombre de pages", expected=1, seen=recap.pages)
    same("Le format (points)", expected=A4_POINTS, seen=recap.size)
    holds(bool(recap.title), "Le titre du document", expected="un titre", seen="aucun")
    holds(recap.language.startswith("fr"), "La langue du document", expected="fr", seen=recap.language or "aucune")
