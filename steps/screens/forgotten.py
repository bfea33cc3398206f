"""The four screens of « Mot de passe oublié » (EP6 §2)."""

import re

from playwright.sync_api import Locator

from steps.checks import plain
from steps.dates import valid_until
from steps.screens.captcha import CaptchaScreen
from steps.screens.screen import Screen
from targets.faults import Unmet


class ForgottenScreen(Screen):
    """What the four screens share: the step bar, the way out, the name of the procedure."""

    def steps(self) -> list[str]:
        """The labels of the step bar, in order."""
        return [plain(step.inner_text()) for step in self._bar().get_by_role("listitem").all()]

    def current_step(self) -> str:
        """The label of the step marked as current, or an empty string."""
        current = self._bar().locator("[aria-current]:not([aria-current=false])").filter(visible=True)
        return plain(current.first.inner_text()) if current.count() else ""

    def _bar(self) -> Locator:
        """The list that holds the first step's label: the step bar, whatever its markup around."""
        first = self.words.message("etape_1").pattern
        lists = self.page.get_by_role("list").filter(visible=True)
        return lists.filter(has=self.page.get_by_role("listitem").filter(has_text=first)).first

    def labels(self) -> list[str]:
        """The labels of the fields that can be typed in."""
        fields = self.page.locator("input:not([type=hidden]):not([readonly]), textarea").filter(visible=True)
        return [plain(entry.evaluate("e => e.labels?.[0]?.textContent ?? e.ariaLabel ?? ''")) for entry in fields.all()]

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

    def submit(self, answer: str) -> "NewPasswordScreen":
        """Answer the question and continue."""
        self.fill("reponse", answer)
        self.press("continuer")
        return NewPasswordScreen(self.window)


class NewPasswordScreen(ForgottenScreen):
    """Screen 3: the new password, twice."""

    key = "oubli_nouveau"
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

    def await_level(self, *expected: str) -> str:
        """Wait until the strength level shown is one of ``expected``; returns the one shown."""
        word = self.words.message("niveau")
        shown = self.page.get_by_text(word.inline).filter(visible=True)
        wanted = shown.filter(has_text=_any_of(expected)).first
        if not self.window.appears(wanted):
            seen = " ; ".join(plain(text) for text in shown.all_inner_texts())
            raise Unmet("Le niveau de sécurité affiché n'est pas celui attendu.",
                        expected=" ou ".join(expected), seen=seen or "aucun niveau affiché")  # fmt: skip
        text = plain(wanted.inner_text()).casefold()
        return next(level for level in expected if level.casefold() in text)

    def await_final_level(self, levels: tuple[str, ...]) -> str:
        """The level shown once the page has stopped changing: the meter has answered for all that was typed."""
        self.await_level(*levels)
        self.page.evaluate(UNTIL_STILL)
        return self.await_level(*levels)

    def recommendations(self) -> Locator:
        """The window of recommendations, when it is open."""
        return self.page.locator("dialog[open], [role=dialog]").filter(visible=True)


class DoneScreen(ForgottenScreen):
    """Screen 4: the change is confirmed."""

    key = "oubli_recapitulatif"

    def confirm_success(self) -> None:
        """Require the sentence that says the password has been changed, in the sheet's words or close to them."""
        success = self.words.message("succes")
        text = plain(self.window.text())
        if not success.inline.search(text):
            raise Unmet("Le récapitulatif ne confirme pas le changement.", expected=success.spoken, seen=text[:800])

    def valid_until(self) -> str:
        """The last day of validity as the screen writes it, « 05 juin 2026 »."""
        return valid_until("L'écran", self.window.text())


def _any_of(levels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(levels), re.IGNORECASE)


UNTIL_STILL = """() => new Promise(still => {
  const calm = () => setTimeout(() => { watch.disconnect(); still() }, 500);
  let timer = calm();
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = calm() });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
})"""
