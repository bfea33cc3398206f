"""« Créer votre espace professionnel »: the choice of the mode, then the five screens of the procedure (EP2 §2)."""

import re
from collections.abc import Mapping, Sequence
from typing import Self

from playwright.sync_api import Locator

from steps.screens.captcha import GuardedScreen
from steps.screens.choices import choose, offered
from steps.screens.procedure import Player, Procedure, ProcedureScreen
from steps.screens.screen import Screen
from steps.screens.strength import PasswordScreen
from targets.faults import Absent
from targets.spaces import Person


class ModeScreen(Screen):
    """« Professionnels »: simplified mode, or expert (EP2-2-8 to EP2-2-12)."""

    key = "creation_mode"


class TermsScreen(GuardedScreen):
    """Screen 1: the terms to accept and the image to copy."""

    key = "creation_conditions"
    name = "Conditions générales"

    def submit(self, signs: str | None = None, *, accepted: bool = True) -> "IdentifiersScreen":
        """Tick the box unless told not to, copy the image (or type ``signs`` in its place) and continue."""
        if accepted:
            self.tick()
        self.type_signs(signs)
        self.press("continuer")
        return IdentifiersScreen(self.window)

    def tick(self) -> None:
        """Accept the terms; the box may be drawn by its label, which then covers it."""
        self.field("conditions").check(force=True)

    def opened(self) -> Locator:
        """The window of the terms, where they open in the page."""
        return self.page.locator("dialog[open], [role=dialog]").filter(visible=True)

    def come_back(self) -> Self:
        """This screen again, where another page has taken its place."""
        if self.is_shown():
            return self
        self.window.back()
        return self.await_shown()

    def give(self, player: Player, signs: str | None = None) -> "IdentifiersScreen":
        """See ``GuardedScreen``."""
        return self.submit(signs)


class IdentifiersScreen(PasswordScreen):
    """Screen 2: the e-mail and the password, each twice."""

    key = "creation_identifiants"
    name = "Identifiants"
    entries = ("mot_de_passe", "mot_de_passe_confirme")
    mandatory = ("adresse", "adresse_confirmee", *entries)

    def known(self, player: Player) -> dict[str, str]:
        """See ``ProcedureScreen``."""
        return self._twice(player.email, player.original)

    def _twice(self, email: str, password: str) -> dict[str, str]:
        return dict(zip(self.mandatory, (email, email, password, password), strict=True))

    def submit(
        self, email: str, password: str, email_again: str | None = None, password_again: str | None = None
    ) -> "FormScreen":
        """Type both, each confirmed by itself unless another confirmation is given, and continue."""
        given = {"adresse_confirmee": email_again, "mot_de_passe_confirme": password_again}
        told = {name: value for name, value in given.items() if value is not None}
        self.type(self._twice(email, password) | told)
        self.press("continuer")
        return FormScreen(self.window)

    def choose(self, player: Player, password: str, confirmation: str | None = None) -> None:
        """See ``PasswordScreen``."""
        self.submit(player.email, password, password_again=confirmation)

    def advance(self, player: Player) -> None:
        """Give what the player knows and continue."""
        self.submit(player.email, player.original)


class DetailsScreen(ProcedureScreen):
    """A screen that shows, line by line, what is known of the user: to type, or to check."""

    def in_order(self, names: Sequence[str]) -> list[str]:
        """Those of the lines called ``names`` that the page shows, from first to last.

        By their text where all of them are written, else by their controls, which may be named otherwise.
        """
        places = {name: self._written_at(name) for name in names}
        if None in places.values():
            places = {name: self._control_at(name) for name in names}
        found = {name: place for name, place in places.items() if place is not None}
        return sorted(found, key=found.__getitem__)

    def _written_at(self, name: str) -> int | None:
        label = self.words.field(name).inline.pattern
        found = re.search(rf"^\W*{label}\W*(?:$|[:*])", self.window.text(), re.IGNORECASE | re.MULTILINE)
        return found.start() if found else None

    def _control_at(self, name: str) -> int | None:
        control = self.window.control(self.words.field(name))
        return int(control.first.evaluate(RANK)) if control.count() else None


class FormScreen(DetailsScreen):
    """Screen 3: who the user is, where they live, their security question."""

    key = "creation_formulaire"
    name = "Formulaire inscription"
    reminders = ("adresse",)
    mandatory = ("nom", "prenom", "telephone", "ville", "pays", "reponse")
    optional = ("numero", "nature", "libelle", "complement", "code_postal")

    def type(self, values: Mapping[str, str]) -> dict[str, str]:
        """Type ``values`` (name of a field -> value), « question » as far as its list has it; returns what was given.

        The sheets show the first question of the list, not the list: the others may be the site's own (G28).
        """
        given = super().type({name: value for name, value in values.items() if name != "question"})
        return given | (
            {"question": choose(self.field("question"), values["question"])} if "question" in values else {}
        )

    def submit(self, details: Mapping[str, str]) -> "SummaryScreen":
        """Type ``details`` and continue."""
        self.type(details)
        self.press("continuer")
        return SummaryScreen(self.window)

    def questions(self) -> list[str]:
        """The questions of the list, in order; raises Absent when the field is no list."""
        return offered_questions(self)

    def marks(self, name: str) -> bool:
        """Whether the field called ``name`` is marked as mandatory, to the eye or to a screen reader."""
        return bool(self.field(name).evaluate(MARKED))

    def force(self, old: str, new: str) -> None:
        """Change ``old`` into ``new`` in every control that holds it, locked or hidden, as one does with the tools of
        the browser."""
        self.page.evaluate(FORCE, [old, new])

    def known(self, player: Player) -> dict[str, str]:
        """See ``ProcedureScreen``."""
        return details_of(player.person, player.answer)

    def advance(self, player: Player) -> None:
        """Give what the player is and continue."""
        player.question = self.type(self.known(player))["question"]
        self.press("continuer")


class SummaryScreen(DetailsScreen):
    """Screen 4: all that was given, to correct or to validate. The sheet gives it no title of its own."""

    key = "creation_recapitulatif"
    name = "Récapitulatif"

    def is_shown(self) -> bool:
        """« Valider » is offered, and the name stands where it can no longer be typed."""
        return super().is_shown() and self.offers("valider") and not self.is_editable("nom")

    def advance(self, player: Player) -> None:
        """Confirm."""
        self.press("valider")


class RegisteredScreen(ProcedureScreen):
    """Screen 5: a code has been mailed. The sheet gives it no title of its own."""

    key = "creation_enregistrement"
    name = "Enregistrement"

    def is_shown(self) -> bool:
        """The way to the activation is offered."""
        return super().is_shown() and self.offers("activer")


def offered_questions(screen: Screen) -> list[str]:
    """The questions of the list of ``screen``, in order; raises Absent when the field is no list."""
    questions = offered(screen.field("question"))
    if not questions:
        word = screen.words.field("question").spoken
        raise Absent(
            f"À l'écran « {screen.spoken} », « {word} » n'est pas une liste.",
            screen=screen.key,
            expected="une liste de questions",
            seen=screen.window.overview(),
            repair=f'[lexicon] "{screen.key}.question" = {{ css = "select…" }}',
        )
    return questions


def details_of(person: Person, answer: str) -> dict[str, str]:
    """What ``person`` types on the form (name of a field -> value)."""
    home = person.address
    return {
        "nom": person.last_name,
        "prenom": person.first_name,
        "telephone": person.phone,
        "numero": home.number,
        "nature": home.kind,
        "libelle": home.street,
        "complement": home.extra,
        "code_postal": home.postcode,
        "ville": home.city,
        "pays": home.country,
        "question": person.question,
        "reponse": answer,
    }


RANK = "e => [...document.querySelectorAll('*')].indexOf(e)"
# An asterisk may be in the label, drawn by its style, or beside it, where nothing but this control goes with it.
MARKED = """e => {
  const says = text => /[*]|obligatoire|requis/i.test(text);
  const drawn = node => ['::before', '::after'].some(side => says(getComputedStyle(node, side).content));
  const named = (e.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id));
  const labels = [...(e.labels ?? []), ...named.filter(Boolean)];
  const around = labels.flatMap(label => [label, ...label.querySelectorAll('*')]);
  const alone = e.parentElement.querySelectorAll('input:not([type=hidden]), select, textarea').length === 1;
  return e.required || e.ariaRequired === 'true' || e.querySelector(':required') || says(e.ariaLabel ?? '')
    || around.some(node => says(node.textContent) || drawn(node))
    || alone && (says(e.parentElement.textContent) || drawn(e.parentElement));
}"""
FORCE = """([old, forced]) => document.querySelectorAll('input, textarea').forEach(e => {
  if (e.value.trim().toLowerCase() !== old.toLowerCase()) return;
  e.readOnly = e.disabled = false;
  e.value = forced;
  e.dispatchEvent(new Event('input', { bubbles: true }));
})"""
CREATION = Procedure(
    name="la création",
    screens=(TermsScreen, IdentifiersScreen, FormScreen, SummaryScreen, RegisteredScreen),
    steps=("Conditions générales", "Identifiants", "Formulaire inscription", "Récapitulatif", "Enregistrement"),
)
