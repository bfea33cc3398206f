"""What the option has the user choose: e-mail, password, question and answer (EP4 §3)."""

from pytest_bdd import parsers, then, when

from steps.checks import holds, missing, same
from steps.navigation import require_recall
from steps.screens.forgotten import FORGOTTEN, AnswerScreen, NewPasswordScreen
from steps.screens.option import NewIdentifiersScreen, QuestionScreen, ValidationScreen
from steps.user import User


@when("l'usager garde l'adresse proposée et choisit un mot de passe")
def keeps_the_email(user: User) -> None:
    NewIdentifiersScreen(user.window).keep_email(user)


@when("l'usager choisit une question et y répond")
def chooses_a_question(user: User) -> None:
    QuestionScreen(user.window).advance(user)


@when(parsers.re("l'usager choisit une question et y répond (?P<how>par rien|par trois espaces)"))
def chooses_without_an_answer(user: User, how: str) -> None:
    screen = QuestionScreen(user.window)
    screen.choose(screen.new_question(user), {"par rien": "", "par trois espaces": "   "}[how])


@when("l'usager choisit une question, y répond et valide d'un double clic")
def validates_twice(user: User) -> None:
    screen = QuestionScreen(user.window)
    user.question = screen.new_question(user)
    screen.choose(user.question, user.another_answer(), twice=True)
    ValidationScreen(user.window).await_shown()


@then("l'adresse proposée est celle de l'espace, et peut être changée")
def email_is_prefilled(user: User) -> None:
    screen = NewIdentifiersScreen(user.window).await_shown()
    user.window.until(lambda: bool(screen.holds("adresse")))
    same("L'adresse proposée", expected=user.email.casefold(), seen=screen.holds("adresse").casefold())
    same("Le champ de l'adresse modifiable", expected=True, seen=screen.is_editable("adresse"))


@then("l'adresse de l'espace est rappelée à l'écran « Question »")
def stored_email_is_recalled(user: User) -> None:
    require_recall(QuestionScreen(user.window).await_shown(), "adresse", "L'adresse rappelée", user.email)


@then("l'écran offre une liste de questions, et une seule réponse à donner")
def one_question_of_a_list(user: User) -> None:
    screen = QuestionScreen(user.window).await_shown()
    holds(bool(screen.questions()), "La liste", expected="des questions", seen="aucune")
    same("Le nombre de réponses à donner", expected=1, seen=screen.answers_asked())


@then("la réponse de confiance est refusée")
def answer_is_refused(user: User) -> None:
    QuestionScreen(user.window).await_kept_from(ValidationScreen(user.window))


@then("« Mot de passe oublié » pose la question choisie, et admet la réponse choisie")
def forgotten_asks_the_new_question(user: User) -> None:
    again = user.elsewhere()
    again.reach(FORGOTTEN, AnswerScreen.name)
    screen = AnswerScreen(again.window)
    require_recall(screen, "question", "La question rappelée", user.question)
    screen.submit(user.answer).await_shown()


@then("« Mot de passe oublié » n'admet aucune des trois réponses d'autrefois")
def old_answers_are_dead(user: User) -> None:
    again = user.elsewhere()
    again.reach(FORGOTTEN, AnswerScreen.name)
    for old in user.trust():
        AnswerScreen(again.window).submit(old)
        AnswerScreen(again.window).await_kept_from(NewPasswordScreen(again.window))


@then("l'écran porte le titre de l'option, et non celui d'une création")
def title_is_that_of_the_option(user: User) -> None:
    titles = " ; ".join(ValidationScreen(user.window).await_shown().procedure_titles())
    absent = missing(titles, ["Opter pour l'accès sans certificat", "Créer votre espace professionnel"])
    holds(absent == ["Créer votre espace professionnel"], "Le titre de l'écran",
          expected="« Opter pour l'accès sans certificat »", seen=titles)  # fmt: skip
