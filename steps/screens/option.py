"""« Opter pour l'accès sans certificat »: the page that it starts from, then its five screens (EP4 §2 and §3)."""

import re
from collections.abc import Sequence

from steps.checks import bare
from steps.screens.creation import IdentifiersScreen, RegisteredScreen, offered_questions
from steps.screens.procedure import Player, Procedure, ProcedureScreen
from steps.screens.screen import Screen


class StartScreen(Screen):
    """The page that the list of help sheets leads to, where the procedure starts (EP4-2-8)."""

    key = "option_depart"

    def is_shown(self) -> bool:
        """The way to the procedure is offered, under the page's own title."""
        return super().is_shown() and self.offers("opter")


class NumberScreen(ProcedureScreen):
    """Screen 1: the subscriber number."""

    key = "option_numero"
    name = "Numéro d'abonné"

    def is_shown(self) -> bool:
        """The number can be typed."""
        return super().is_shown() and self.is_editable("numero")

    def submit(self, number: str) -> None:
        """Give ``number`` and continue."""
        self.fill("numero", number)
        self.press("continuer")

    def advance(self, player: Player) -> None:
        """Give the player's own."""
        self.submit(player.subscriber_number)


class VerificationScreen(ProcedureScreen):
    """Screen 2: the three questions of the certificate space, in the order in which it keeps them."""

    key = "option_verification"
    name = "Vérification"
    reminders = ("numero",)
    answers = ("reponse_1", "reponse_2", "reponse_3")

    def is_shown(self) -> bool:
        """The three answers can be typed."""
        return super().is_shown() and all(self.is_editable(name) for name in self.answers)

    def known(self, player: Player) -> dict[str, str]:
        """See ``ProcedureScreen``."""
        return dict(zip(self.answers, player.trust(), strict=True))

    def submit(self, answers: Sequence[str]) -> None:
        """Give the three ``answers`` and continue."""
        self.type(dict(zip(self.answers, answers, strict=True)))
        self.press("continuer")

    def advance(self, player: Player) -> None:
        """Answer as the player can."""
        self.submit(player.trust())

    def given(self) -> list[str]:
        """What the three fields hold."""
        return [self.holds(name) for name in self.answers]

    def asks(self, questions: Sequence[str]) -> bool:
        """Whether the page comes to ask ``questions``, one after the other."""
        order = ".*".join(re.escape(bare(question)) for question in questions)
        return self.window.until(lambda: re.search(order, bare(self.window.text())) is not None)


class NewIdentifiersScreen(IdentifiersScreen):
    """Screen 3: the e-mail and the password, each twice, as in a creation; the e-mail of the space is there already."""

    key = "option_identifiants"

    def is_shown(self) -> bool:
        """The e-mail and the password can be typed."""
        return super().is_shown() and self.is_editable("adresse") and self.is_editable("mot_de_passe")

    def keep_email(self, player: Player) -> None:
        """Leave the e-mail that is there, confirm it, give a password and continue."""
        _, *others = self.mandatory
        self.type({name: self.known(player)[name] for name in others})
        self.press("continuer")


class QuestionScreen(ProcedureScreen):
    """Screen 4: one question, chosen from a list, and its answer."""

    key = "option_question"
    name = "Question"
    reminders = ("adresse",)

    def is_shown(self) -> bool:
        """The answer can be typed."""
        return super().is_shown() and self.is_editable("reponse")

    def questions(self) -> list[str]:
        """The questions of the list, in order; raises Absent when the field is no list."""
        return offered_questions(self)

    def new_question(self, player: Player) -> str:
        """The last one of the list that the certificate space did not ask; a list may begin with an invitation."""
        asked = [bare(question) for question in player.questions()]
        others = [each for each in self.questions() if bare(each) and bare(each) not in asked]
        return (others or self.questions())[-1]

    def answers_asked(self) -> int:
        """How many fields ask for an answer."""
        labelled = self.page.get_by_label(re.compile("r[ée]ponse", re.IGNORECASE)).filter(visible=True)
        return labelled.and_(self.page.locator("input, textarea")).count()

    def choose(self, question: str, answer: str, *, twice: bool = False) -> None:
        """Choose ``question``, type ``answer`` and validate, once or with a double click."""
        self.type({"question": question, "reponse": answer})
        self.press("valider", twice=twice)

    def advance(self, player: Player) -> None:
        """Choose a new question, and an answer that is none of the three old ones."""
        player.question = self.new_question(player)
        self.choose(player.question, player.another_answer())


class ValidationScreen(RegisteredScreen):
    """Screen 5: a code has been mailed. Its title may be that of a creation (C35)."""

    key = "option_validation"
    name = "Validation"


OPTION = Procedure(
    name="l'option",
    screens=(NumberScreen, VerificationScreen, NewIdentifiersScreen, QuestionScreen, ValidationScreen),
    steps=("Numéro d'abonné", "Vérification", "Identifiants", "Question", "Validation"),
)
