"""What every screen that confirms a new password says: that it was changed, and until when it is valid (C27)."""

from steps.checks import plain
from steps.dates import valid_until
from steps.screens.procedure import ProcedureScreen
from targets.faults import Unmet


class ConfirmedScreen(ProcedureScreen):
    """A screen that confirms a change of password."""

    def confirm_success(self) -> None:
        """Require the sentence that says the password has been changed, in the sheet's words or close to them."""
        success = self.words.message("succes")
        if not self.window.until(lambda: success.inline.search(plain(self.window.text())) is not None):
            seen = plain(self.window.text())
            raise Unmet("L'écran ne confirme pas le changement.", expected=success.spoken, seen=seen)

    def valid_until(self) -> str:
        """The last day of validity as the screen writes it, « 05 juin 2026 »; raises Unmet when there is none."""
        if not self.window.until(lambda: bool(valid_until(self.window.text()))):
            raise Unmet(
                "L'écran n'annonce pas de date de validité.",
                expected="« valable jusqu'au » suivi d'une date comme « 05 juin 2026 »",
                seen=plain(self.window.text()),
            )
        return valid_until(self.window.text())
