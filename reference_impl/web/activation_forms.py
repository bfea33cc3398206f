"""The forms of « Activez votre espace / vos services » (EP2 chapter 3). Its second screen is a LogInAddressForm."""

# mypy: allow-subclassing-any, allow-untyped-calls

from typing import Any

from wtforms import StringField, ValidationError

from reference_impl.web.forms import CaptchaForm

NO_CODE = "Saisissez le code d'activation reçu par courriel."


class CodeForm(CaptchaForm):
    """Screen 1 (EP2-3-4)."""

    code = StringField("Saisissez le code d'activation")

    def validate_code(self, field: Any) -> None:
        """Something must be typed; whether it is a code is judged once the image is copied."""
        if not (field.data or "").strip():
            raise ValidationError(NO_CODE)
