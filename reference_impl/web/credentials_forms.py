"""The form of « Modifiez vos identifiants » (EP5 chapters 3 and 4.1)."""

# mypy: allow-subclassing-any, allow-untyped-calls

import secrets
from typing import Any

from wtforms import BooleanField, HiddenField, PasswordField, StringField, ValidationError

from reference_impl.domain import addresses
from reference_impl.domain.credentials import Wish
from reference_impl.web.creation_forms import IdentifiersForm

NOTHING_TICKED = "Cochez au moins un des deux identifiants à modifier."
YOURS_ALREADY = "Cette adresse est déjà votre adresse électronique de connexion. Saisissez-en une autre."


class CredentialsForm(IdentifiersForm):
    """Two boxes, and the fields that count only where theirs is ticked. ``mark`` tells this display from any other."""

    mark = HiddenField()
    change_address = BooleanField("Modifier mon adresse électronique")
    address = StringField("Nouvelle adresse électronique de connexion")
    address_again = StringField("Confirmez votre nouvelle adresse électronique")
    change_password = BooleanField("Saisir mon nouveau mot de passe")
    password = PasswordField("Nouveau mot de passe")
    password_again = PasswordField("Confirmez votre nouveau mot de passe")
    present: str  # the login e-mail of the space

    def validate_change_address(self, field: Any) -> None:
        """Something must be asked for."""
        if not (field.data or self.change_password.data):
            raise ValidationError(NOTHING_TICKED)

    def validate_address(self, field: Any) -> None:
        """An address that could be one, and another than the present one (EP5-4.1-3)."""
        if self.change_address.data:
            super().validate_address(field)
            if self.parsed.canonical == addresses.canonical_or_none(self.present):
                raise ValidationError(YOURS_ALREADY)

    def validate_address_again(self, field: Any) -> None:
        """The same twice, where it counts."""
        if self.change_address.data:
            super().validate_address_again(field)

    def validate_password_again(self, field: Any) -> None:
        """The same twice, where it counts. The rules of the password itself are the procedure's."""
        if self.change_password.data:
            super().validate_password_again(field)

    def chosen_password(self) -> str | None:
        """What is typed as the password; None if its box is not ticked."""
        return (self.password.data or "") if self.change_password.data else None

    def beside(self) -> str:
        """What is typed as the address, good or not; nothing if its box is not ticked."""
        return (self.address.data or "") if self.change_address.data else ""

    def wish(self) -> Wish:
        """What is asked for, once all of it is found good."""
        return Wish(self.mark.data or "", self.parsed if self.change_address.data else None, self.chosen_password())

    def draw_again(self) -> None:
        """Make it another form than the one before; the address is the present one as long as its box is not ticked."""
        self.mark.data = secrets.token_urlsafe(12)
        if not self.change_address.data:
            self.address.data, self.address_again.data = self.present, ""


def of_space(email: str, **given: object) -> CredentialsForm:
    """The form for the space that logs in with ``email``."""
    form = CredentialsForm(**given)
    form.present = email
    return form
