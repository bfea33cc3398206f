"""The forms of « Créer votre espace professionnel » (EP2 chapter 2)."""

# mypy: allow-subclassing-any, allow-untyped-calls

import unicodedata
from collections.abc import Callable
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, PasswordField, SelectField, StringField, ValidationError

from reference_impl.domain import answers, creation, passwords
from reference_impl.domain.creation import Details
from reference_impl.domain.postal import PostalAddress
from reference_impl.domain.questions import QUESTIONS
from reference_impl.store.tables import Draft
from reference_impl.web.forms import DIFFERENT, NO_ANSWER, CaptchaForm, LogInAddressForm

NOT_ACCEPTED = "Acceptez les conditions générales en cochant la case."
NO_PASSWORD = "Saisissez votre mot de passe de connexion."  # noqa: S105 - a message
ADDRESS_AGAIN = "Confirmez votre adresse électronique de connexion."
PASSWORD_AGAIN = "Confirmez votre mot de passe de connexion."  # noqa: S105 - a message
DIFFERENT_ADDRESSES = "Les deux adresses électroniques saisies ne sont pas identiques."
TOO_LONG = "« {label} » ne doit pas dépasser 100 caractères."
NOT_PRINTABLE = "« {label} » comporte un caractère qui ne s'imprime pas."
BAD_PHONE = "Saisissez un numéro de téléphone de 10 chiffres, ou au format international (+32 2 123 45 67)."
NO_QUESTION = "Choisissez une question de la liste."

JOINERS = "\u200c\u200d"  # invisible, but Persian names and composed signs are written with them

PARTS = ("number", "kind", "street", "extra", "postcode", "city", "country")


class TermsForm(CaptchaForm):
    """Screen 1 (EP2-2-14, EP2-2-15). The sentence beside the box is in the template: it holds a link."""

    accepted = BooleanField()

    def validate_accepted(self, field: Any) -> None:
        """Nothing goes on without the general terms."""
        if not field.data:
            raise ValidationError(NOT_ACCEPTED)


class IdentifiersForm(LogInAddressForm):
    """Screen 2 (EP2-2-27). The rules of the password itself are the procedure's."""

    address = StringField("Adresse électronique de connexion")
    address_again = StringField("Confirmez l'adresse électronique de connexion")
    password = PasswordField("Mot de passe de connexion")
    password_again = PasswordField("Confirmez votre mot de passe de connexion")

    def validate_address_again(self, field: Any) -> None:
        """The same address twice, compared as addresses are: without case, trimmed (G04)."""
        first, again = ((each.data or "").strip().lower() for each in (self.address, field))
        if not again:
            raise ValidationError(ADDRESS_AGAIN)
        if again != first:
            raise ValidationError(DIFFERENT_ADDRESSES)

    def validate_password_again(self, field: Any) -> None:
        """The same password twice; its case counts."""
        if not field.data:
            raise ValidationError(PASSWORD_AGAIN)
        if passwords.normalise(field.data) != passwords.normalise(self.password.data or ""):
            raise ValidationError(DIFFERENT)


def _filled(missing: str) -> Callable[[Any, Any], None]:
    """Something must be typed: ``missing`` says what. Blanks are nothing."""

    def check(_form: Any, field: Any) -> None:
        if not (field.data or "").strip():
            raise ValidationError(missing)

    return check


def _on_one_line(_form: Any, field: Any) -> None:
    """At most 100 signs once trimmed, all of them printable (G29)."""
    typed = (field.data or "").strip()
    if len(typed) > creation.LONGEST:
        raise ValidationError(TOO_LONG.format(label=field.label.text))
    if any(unicodedata.category(sign).startswith("C") and sign not in JOINERS for sign in typed):
        raise ValidationError(NOT_PRINTABLE.format(label=field.label.text))


class RegistrationForm(FlaskForm):
    """Screen 3 (EP2-2-38, EP2-2-39), and what screen 4 shows again. The login e-mail is no field of it (EP2-2-43)."""

    last_name = StringField("Nom", [_filled("Saisissez votre nom."), _on_one_line])
    first_name = StringField("Prénom", [_filled("Saisissez votre prénom."), _on_one_line])
    phone = StringField("Téléphone", [_filled("Saisissez votre numéro de téléphone.")])
    number = StringField("Numéro de voie", [_on_one_line])
    kind = StringField("Nature de la voie", [_on_one_line])
    street = StringField("Libellé de la voie", [_on_one_line])
    extra = StringField("Complément d'adresse", [_on_one_line])
    postcode = StringField("Code postal", [_on_one_line])
    city = StringField("Ville", [_filled("Saisissez la ville de votre adresse."), _on_one_line])
    country = StringField("Pays", [_filled("Saisissez le pays de votre adresse."), _on_one_line])
    question = SelectField("Question de confiance", choices=QUESTIONS, validate_choice=False)
    answer = StringField("Réponse à la question de confiance", [_filled(NO_ANSWER), _on_one_line])

    def validate_phone(self, field: Any) -> None:
        """A French or an international number (G29)."""
        if (field.data or "").strip() and not creation.is_phone(field.data):
            raise ValidationError(BAD_PHONE)

    def validate_question(self, field: Any) -> None:
        """One of the list (G28)."""
        if field.data not in QUESTIONS:
            raise ValidationError(NO_QUESTION)

    def validate_answer(self, field: Any) -> None:
        """One that can be compared: accents alone, for instance, are nothing (G03, G27)."""
        if (field.data or "").strip() and not answers.normalise(field.data):
            raise ValidationError(NO_ANSWER)

    def identity(self) -> list[Any]:
        """The first fields of the screen, up to the login e-mail."""
        return [self.last_name, self.first_name, self.phone]

    def place(self) -> list[Any]:
        """The fields of the postal address."""
        return [self[part] for part in PARTS]

    def secret(self) -> list[Any]:
        """The question and its answer."""
        return [self.question, self.answer]

    def details(self) -> Details:
        """What is typed, but for the answer; a question that is not of the list becomes the first one."""
        parts = {part: (self[part].data or "").strip() for part in PARTS}
        name, first_name, phone = ((field.data or "").strip() for field in self.identity())
        question = self.question.data if self.question.data in QUESTIONS else QUESTIONS[0]
        return Details(name, first_name, phone, PostalAddress(**parts), question)


def from_draft(draft: Draft, answer: str | None) -> RegistrationForm:
    """The form as it was filled in last."""
    return RegistrationForm(formdata=None, obj=draft, answer=answer)
