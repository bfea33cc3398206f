"""The four screens of « Mot de passe oublié » (EP6 §2)."""

import re
from collections.abc import Sequence
from typing import ClassVar

from playwright.sync_api import Locator

from steps.checks import plain
from steps.dates import valid_until
from steps.screens.captcha import CaptchaScreen
from steps.screens.screen import Screen
from targets.faults import Unmet
from targets.names import Name, named

LEVELS = ("Faible", "Normal", "Moyen", "Fort")


class ForgottenScreen(Screen):
    """What the four screens share: the step bar, the way out, the name of the procedure.

    ``reminders`` names the fields that a screen shows without letting them be changed.
    """

    reminders: ClassVar[tuple[str, ...]] = ()

    def announces(self, steps: Sequence[str]) -> bool:
        """Whether the page shows ``steps`` one after the other, with nothing but signs and numbers between them."""
        order = r"[^A-Za-z\u00c0-\u024f]+".join(named([step]).inline.pattern for step in steps)
        return re.search(order, self.window.text(), re.IGNORECASE) is not None

    def current_step(self, steps: Sequence[str]) -> str:
        """The one of ``steps`` that stands out: marked as current, else the only one written in its own manner."""
        marked = self.page.locator("[aria-current]:not([aria-current=false])").filter(visible=True).all()
        names = {step: named([step]) for step in steps}
        said = [step for mark in marked for step, name in names.items() if name.matches(plain(mark.inner_text()))]
        return said[0] if said else self._standing_out(names)

    def _standing_out(self, names: dict[str, Name]) -> str:
        manners = {step: self.page.get_by_text(name.pattern).last.evaluate(MANNER) for step, name in names.items()}
        alone = [step for step, manner in manners.items() if list(manners.values()).count(manner) == 1]
        return alone[0] if len(alone) == 1 else ""

    def password_fields(self) -> int:
        """How many fields ask for a password: masked, or labelled so."""
        labelled = self.page.get_by_label(re.compile("mot de passe|code secret", re.IGNORECASE))
        masked = self.page.locator("[type=password]")
        return self.page.locator("input").filter(visible=True).and_(labelled.or_(masked)).count()

    def procedure_titles(self) -> list[str]:
        """The headings of the page."""
        return [plain(title) for title in self.page.get_by_role("heading").filter(visible=True).all_inner_texts()]


class EmailScreen(ForgottenScreen, CaptchaScreen):
    """Screen 1: the login e-mail and the image to copy."""

    key = "oubli_adresse"

    def submit(self, email: str, signs: str | None = None) -> "AnswerScreen":
        """Give the e-mail, copy the image (or type ``signs`` in its place) and continue."""
        self.fill("adresse", email)
        if signs is None:
            self.copy_captcha()
        else:
            self.fill("image", signs)
        self.press("continuer")
        return AnswerScreen(self.window)


class AnswerScreen(ForgottenScreen):
    """Screen 2: the security question."""

    key = "oubli_reponse"
    reminders = ("adresse", "question")

    def submit(self, answer: str) -> "NewPasswordScreen":
        """Answer the question and continue."""
        self.fill("reponse", answer)
        self.press("continuer")
        return NewPasswordScreen(self.window)


class NewPasswordScreen(ForgottenScreen):
    """Screen 3: the new password, twice."""

    key = "oubli_nouveau"
    reminders = ("adresse", "question", "reponse")
    entries = ("nouveau", "confirmation")

    def submit(self, password: str, confirmation: str | None = None) -> "DoneScreen":
        """Type the password and its confirmation (the same unless given) and validate."""
        self.fill("nouveau", password)
        self.fill("confirmation", password if confirmation is None else confirmation)
        self.press("valider")
        return DoneScreen(self.window)

    def entered(self) -> list[str]:
        """What the two fields hold."""
        return [self.field(entry).input_value() for entry in self.entries]

    def types(self) -> list[str | None]:
        """The ``type`` of the two fields."""
        return [self.field(entry).get_attribute("type") for entry in self.entries]

    def levels_shown(self) -> list[str]:
        """The strength levels that the page shows after their label."""
        label = self.words.message("niveau").inline.pattern
        return re.findall(rf"{label}\s*:?\s*({'|'.join(LEVELS)})", plain(self.window.text()), re.IGNORECASE)

    def await_level(self, *expected: str) -> str:
        """Wait until the strength level shown is one of ``expected``; returns the one shown."""
        wanted = {level.casefold() for level in expected}
        if not self.window.until(lambda: any(level.casefold() in wanted for level in self.levels_shown())):
            raise Unmet(
                "Le niveau de sécurité affiché n'est pas celui attendu.",
                expected=" ou ".join(expected),
                seen=" ; ".join(self.levels_shown()) or "aucun niveau affiché",
            )
        return self.levels_shown()[0].capitalize()

    def await_final_level(self) -> str:
        """The level shown once the page has stopped changing: the meter has answered for all that was typed."""
        self.await_level(*LEVELS)
        self.page.evaluate(UNTIL_STILL)
        return self.await_level(*LEVELS)

    def recommendations(self) -> Locator:
        """The window of recommendations, when it is open."""
        return self.page.locator("dialog[open], [role=dialog]").filter(visible=True)


class DoneScreen(ForgottenScreen):
    """Screen 4: the change is confirmed."""

    key = "oubli_recapitulatif"

    def confirm_success(self) -> None:
        """Require the sentence that says the password has been changed, in the sheet's words or close to them."""
        success = self.words.message("succes")
        if not self.window.until(lambda: success.inline.search(plain(self.window.text())) is not None):
            seen = plain(self.window.text())
            raise Unmet("Le récapitulatif ne confirme pas le changement.", expected=success.spoken, seen=seen)

    def valid_until(self) -> str:
        """The last day of validity as the screen writes it, « 05 juin 2026 »; raises Unmet when there is none."""
        if not self.window.until(lambda: bool(valid_until(self.window.text()))):
            raise Unmet(
                "L'écran n'annonce pas de date de validité.",
                expected="« valable jusqu'au » suivi d'une date comme « 05 juin 2026 »",
                seen=plain(self.window.text()),
            )
        return valid_until(self.window.text())


MANNER = """e => {
  const style = getComputedStyle(e);
  return [style.fontWeight, style.color, style.backgroundColor, style.textDecorationLine];
}"""
UNTIL_STILL = """() => new Promise(still => {
  const calm = () => setTimeout(() => { watch.disconnect(); still() }, 500);
  let timer = calm();
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = calm() });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
})"""
