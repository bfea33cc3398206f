"""The forms of the option for the access without certificate (EP4 chapters 2, 3). Its third screen has creation's."""

# mypy: allow-subclassing-any, allow-untyped-calls

from typing import Any

from flask_wtf import FlaskForm
from wtforms import FieldList, SelectField, StringField, ValidationError

from reference_impl.domain import answers, option
from reference_impl.domain.questions import QUESTIONS
from reference_impl.web.creation_forms import NO_QUESTION
from reference_impl.web.forms import NO_ANSWER

NO_NUMBER = "Saisissez un numéro d'abonné de 14 chiffres."
NO_TRUSTED_ANSWER = "Saisissez la réponse n° {rank}."
TOO_LONG = "La réponse à la question de confiance ne doit pas dépasser 100 caractères."


class NumberForm(FlaskForm):
    """Screen 1 (EP4-2-12)."""

    number = StringField("Numéro d'abonné")

    def validate_number(self, field: Any) -> None:
        """Fourteen digits; whether they are the number of a certificate space is the procedure's to tell (G45)."""
        if option.number_or_none(field.data or "") is None:
            raise ValidationError(NO_NUMBER)


class VerificationForm(FlaskForm):
    """Screen 2: an answer to each question, in their order (EP4-2-14)."""

    answers = FieldList(StringField(), min_entries=option.QUESTIONS, max_entries=option.QUESTIONS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for rank, entry in enumerate(self.answers, start=1):
            entry.label.text = f"Réponse n° {rank}"

    def is_filled(self) -> bool:
        """Whether something is typed everywhere; whether it is right is judged, and counted, by the procedure."""
        for rank, entry in enumerate(self.answers, start=1):
            entry.errors = [] if (entry.data or "").strip() else [NO_TRUSTED_ANSWER.format(rank=rank)]
        return not any(entry.errors for entry in self.answers)

    def typed(self) -> list[str]:
        """The answers, in the order of their questions."""
        return [entry.data or "" for entry in self.answers]


class QuestionForm(FlaskForm):
    """Screen 4 (EP4-3-12)."""

    question = SelectField("Question de confiance", choices=QUESTIONS, validate_choice=False)
    answer = StringField("Réponse à la question de confiance")

    def validate_question(self, field: Any) -> None:
        """One of the list (G28)."""
        if field.data not in QUESTIONS:
            raise ValidationError(NO_QUESTION)

    def validate_answer(self, field: Any) -> None:
        """One that can be compared, of 100 signs at most (G03, G27)."""
        typed = (field.data or "").strip()
        if not answers.normalise(typed):
            raise ValidationError(NO_ANSWER)
        if len(typed) > answers.LONGEST:
            raise ValidationError(TOO_LONG)

    def chosen(self) -> str:
        """The question, or the first of the list where it is none of them."""
        return self.question.data if self.question.data in QUESTIONS else QUESTIONS[0]
