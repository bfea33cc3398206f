"""The forms of log in and of « Mot de passe oublié », and what the other procedures share with them.

Their fields, and what is said of what was typed (G16). The text of a label ends in « : * » on screen.
flask_wtf and wtforms have no types, hence their classes are Any here.
"""

# mypy: allow-subclassing-any, allow-untyped-calls

from typing import Any

from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField, ValidationError

from reference_impl.domain import addresses, passwords
from reference_impl.web import captcha

NO_ADDRESS = "Saisissez votre adresse électronique de connexion."
BAD_ADDRESS = "Saisissez une adresse électronique valide, de la forme utilisateur@domaine, de 100 caractères au plus."
NO_IMAGE = "Recopiez les caractères de l'image."
BAD_IMAGE = "Les caractères recopiés ne correspondent pas à l'image. Recopiez ceux de la nouvelle image."
NO_ANSWER = "Saisissez la réponse à la question de confiance."
NO_CONFIRMATION = "Confirmez votre nouveau mot de passe."
DIFFERENT = "Les deux mots de passe saisis ne sont pas identiques."


class LogInForm(FlaskForm):
    """Address and password: judged together, so that no field is ever named as the wrong one."""

    address = StringField("Adresse électronique")
    password = PasswordField("Mot de passe")


class CaptchaForm(FlaskForm):
    """A form with an image to copy; ``image_id`` says which one was shown."""

    image = StringField("Recopiez les caractères de l'image")
    image_id = HiddenField()

    def validate_image(self, field: Any) -> None:
        """Right or wrong, the image is used up; what was typed is never shown again."""
        typed, field.data = field.data or "", ""
        copied = captcha.is_copied(self.image_id.data or "", typed)
        if not copied:
            raise ValidationError(BAD_IMAGE if typed.strip() else NO_IMAGE)


class LogInAddressForm(FlaskForm):
    """A form with a login e-mail; ``parsed`` is what it holds, once found good."""

    address = StringField("Saisissez votre adresse électronique de connexion")
    parsed: addresses.Address

    def validate_address(self, field: Any) -> None:
        """An address that could be one; whether a space has it is not told here (G02)."""
        if not (field.data or "").strip():
            raise ValidationError(NO_ADDRESS)
        try:
            self.parsed = addresses.parse(field.data)
        except addresses.InvalidAddress:
            raise ValidationError(BAD_ADDRESS) from None


class AddressForm(LogInAddressForm, CaptchaForm):
    """Screen 1 of « Mot de passe oublié » (EP6-2-11, EP6-2-12)."""


class AnswerForm(FlaskForm):
    """Screen 2 (EP6-2-14)."""

    answer = StringField("Saisissez la réponse à la question de confiance")

    def validate_answer(self, field: Any) -> None:
        """Something must be typed; whether it is right is judged, and counted, by the procedure."""
        if not (field.data or "").strip():
            raise ValidationError(NO_ANSWER)


class NewPasswordForm(FlaskForm):
    """Screen 3 (EP6-2-18). The rules of the password itself are the procedure's."""

    password = PasswordField("Saisissez votre nouveau mot de passe")
    confirmation = PasswordField("Confirmez votre nouveau mot de passe")

    def validate_confirmation(self, field: Any) -> None:
        """The same password twice; its case counts."""
        if not field.data:
            raise ValidationError(NO_CONFIRMATION)
        if passwords.normalise(field.data) != passwords.normalise(self.password.data or ""):
            raise ValidationError(DIFFERENT)
