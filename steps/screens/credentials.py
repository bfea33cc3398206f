"""« Gérer les services », then « Modifiez vos identifiants » and what follows it (EP5 §2 to §4.1, PER §2)."""

from playwright.sync_api import Locator

from steps.screens.confirmed import ConfirmedScreen
from steps.screens.headings import HeadedScreen
from steps.screens.procedure import Player, Procedure, ProcedureScreen
from steps.screens.strength import PasswordScreen
from targets.faults import Absent


class ManageScreen(HeadedScreen):
    """« Gérer les services »: all that can be managed, by headings."""

    key = "gestion"
    headings = (
        "SERVICES EN LIGNE", "INFORMATIONS PERSONNELLES", "DROITS D'ACCES", "DOSSIERS",
    )  # fmt: skip

    def is_shown(self) -> bool:
        """The way to the login e-mail and password is offered, with the rest of its heading."""
        return super().is_shown() and self.offers("identifiants") and self.offers("coordonnees")

    def to_credentials(self) -> "CredentialsScreen":
        """Ask to change the login e-mail or the password."""
        self.press("identifiants")
        return CredentialsScreen(self.window)


class CredentialsScreen(PasswordScreen):
    """« Modifiez vos identifiants »: two boxes, each with two fields that count only once it is ticked."""

    key = "modification"
    name = "Modifiez vos identifiants"
    entries = ("nouveau", "confirmation")
    emails = ("adresse", "adresse_confirmee")
    boxes = ("changer_adresse", "changer_mot_de_passe")

    def is_shown(self) -> bool:
        """Both boxes can be ticked."""
        return super().is_shown() and all(self._boxes(name).count() > 0 for name in self.boxes)

    def _controls(self, name: str) -> Locator:
        # A box may have the same label as the field that it opens.
        return super()._controls(name).and_(self.page.locator("input:not([type=checkbox])"))

    def box(self, name: str) -> Locator:
        """The box called ``name`` in the lexicon; raises Absent."""
        return self._found(self._boxes(name), "la case", name, self.words.field(name))

    def _boxes(self, name: str) -> Locator:
        word = self.words.field(name)
        if word.css:
            return self.page.locator(word.css).filter(visible=True)
        return self.page.get_by_role("checkbox", name=word.pattern)

    def tick(self, name: str) -> None:
        """Tick a box, if it is not yet."""
        box = self.box(name)
        if not box.is_checked():
            box.check()

    def enter(self, email: str | None, password: str | None, again: str | None = None) -> None:
        """Tick the box of what is given, and type it with its confirmation: the same, unless ``again`` is given."""
        for box, names, given in zip(self.boxes, (self.emails, self.entries), (email, password), strict=True):
            if given is not None:
                self.tick(box)
                self.type(dict(zip(names, (given, given if again is None else again), strict=True)))

    def submit(
        self, player: Player, *, email: str | None = None, password: str | None = None, again: str | None = None
    ) -> None:
        """Give an e-mail, a password or both, confirmed by themselves unless ``again`` is given, and validate.

        A site that also asks for the password in force gets it (C25).
        """
        self.enter(email, password, again)
        if self.has_field("actuel"):
            self.fill("actuel", player.original)
        self.press("valider")

    def force(self, name: str, value: str) -> bool:
        """Type ``value`` in a field whose box is not ticked; whether the field lets one type."""
        entry = self.field(name)
        if entry.is_editable():
            entry.fill(value)
            return True
        return False

    def prepare(self) -> None:
        """Open the fields of the password."""
        self.tick("changer_mot_de_passe")

    def choose(self, player: Player, password: str, confirmation: str | None = None) -> None:
        """See ``PasswordScreen``; the e-mail is left as it is."""
        self.submit(player, password=password, again=confirmation)

    def advance(self, player: Player) -> None:
        """Choose another password, and no other e-mail."""
        self.choose(player, player.renewed())

    def shows_email(self, email: str) -> bool:
        """Whether the present e-mail is there to read, as text or as what the field holds (C80)."""
        wanted = email.casefold()
        return self.window.until(lambda: wanted in self.window.text().casefold() or wanted in self._held().casefold())

    def _held(self) -> str:
        try:
            return self.field("adresse").input_value()
        except Absent:
            return ""


class ChangedScreen(ConfirmedScreen):
    """« Réinitialisation de votre mot de passe »: the password alone was changed, at once."""

    key = "modification_confirmee"
    name = "Réinitialisation de votre mot de passe"

    def advance(self, player: Player) -> None:
        """Leave for the home of the space."""
        self.press("ok")


class PendingScreen(ProcedureScreen):
    """« Activation de votre espace abonné »: a code was mailed to the new e-mail."""

    key = "modification_attente"
    name = "Activation de votre espace abonné"

    def is_shown(self) -> bool:
        """A way out is offered, « OK » or a link to the activation: either will do (C33)."""
        return super().is_shown() and (self.offers("ok") or self.offers("activer"))


CHANGE = Procedure(
    name="la modification de ses identifiants",
    screens=(CredentialsScreen, ChangedScreen, PendingScreen),
    steps=(),
)
"""With a new e-mail, the third screen comes in the place of the second."""
