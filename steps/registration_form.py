"""The registration form and the recap that follows: what is typed, cleared, kept, and shown again."""

import re
from collections.abc import Mapping

from pytest_bdd import given, parsers, then, when

from steps.checks import bare, contains, holds, lacks, same
from steps.navigation import require_recall
from steps.screens.creation import DetailsScreen, FormScreen, SummaryScreen, offered_questions
from steps.screens.forgotten import FORGOTTEN, AnswerScreen
from steps.screens.procedure import ProcedureScreen
from steps.texts import column
from steps.user import User
from steps.words import email_of
from targets.faults import Unmet

Typed = dict[str, str]
"""What was typed: name of a field -> value."""
SECRET = ("question", "reponse")
LABEL = r"« (?P<label>[^»]+) »"


def flat(text: str) -> str:
    """``text`` without case, accents, spaces or points: sites write names in capitals and space phone numbers."""
    return re.sub(r"[\s.]", "", bare(text))


def spoken(screen: ProcedureScreen, name: str) -> str:
    """What the sheet calls the field ``name`` of ``screen``."""
    return screen.words.field(name).spoken


def fill_and_continue(screen: ProcedureScreen, values: Mapping[str, str]) -> Typed:
    """Type ``values``, press « Continuer »; returns what was typed."""
    typed = screen.type(values)
    screen.press("continuer")
    return typed


def not_kept(form: FormScreen, typed: Typed) -> list[str]:
    """The labels of the fields that do not hold what was typed in them."""
    return [spoken(form, name) for name, value in typed.items() if flat(form.holds(name)) != flat(value)]


def not_recalled(summary: SummaryScreen, typed: Typed) -> list[str]:
    """The labels under which the recap does not show what was typed; what was left empty is not asked."""
    return [
        spoken(summary, name)
        for name, value in typed.items()
        if value and flat(value) not in map(flat, summary.recalled(name))
    ]


def identity_of(typed: Typed) -> Typed:
    """What was typed about the user: all but question and answer."""
    return {name: value for name, value in typed.items() if name not in SECRET}


def secrets_of(typed: Typed) -> Typed:
    """The question and the answer that were given."""
    return {name: typed[name] for name in SECRET}


# -- filling in -------------------------------------------------------------------------------------------------------


@given("l'usager a commencé à remplir le formulaire", target_fixture="typed")
def has_begun(user: User) -> Typed:
    form = FormScreen(user.window)
    names = ("nom", "prenom", "ville", "reponse")
    return form.type({name: form.known(user)[name] for name in names})


@given("l'usager a rempli tout le formulaire", target_fixture="typed")
def has_filled_in(user: User) -> Typed:
    typed = fills_in(user)
    SummaryScreen(user.window).await_shown()
    return typed


@given("l'usager a rempli le formulaire avec la dernière question de la liste", target_fixture="typed")
def has_taken_the_last_question(user: User) -> Typed:
    typed = takes_the_last_question(user)
    SummaryScreen(user.window).await_shown()
    return typed


@given("l'usager est revenu à l'étape précédente")
def went_back(user: User) -> None:
    left = user.shown()
    left.press("etape_precedente")
    user.playing.before(left).await_shown()


@given("l'usager y est revenu après un détour par les identifiants")
def came_back(user: User) -> None:
    went_back(user)
    user.shown().advance(user)
    FormScreen(user.window).await_shown()


@when("l'usager remplit tout le formulaire", target_fixture="typed")
def fills_in(user: User) -> Typed:
    form = FormScreen(user.window)
    return fill_and_continue(form, {name: value or "Bâtiment B" for name, value in form.known(user).items()})


@when("l'usager ne remplit que les champs obligatoires", target_fixture="typed")
def fills_in_the_least(user: User) -> Typed:
    form = FormScreen(user.window)
    return fill_and_continue(form, form.known(user) | dict.fromkeys(form.optional, ""))


@when(parsers.re(rf"l'usager remplit tout l'écran sauf {LABEL}"), target_fixture="typed")
def leaves_one_empty(user: User, label: str) -> Typed:
    return types_otherwise(user, "", label)


@when(parsers.re(rf"l'usager remplit tout l'écran avec trois espaces pour {LABEL}"), target_fixture="typed")
def types_blanks(user: User, label: str) -> Typed:
    return types_otherwise(user, "   ", label)


@when(parsers.re(rf"l'usager remplit tout l'écran avec « (?P<value>[^»]+) » pour {LABEL}"), target_fixture="typed")
def types_otherwise(user: User, value: str, label: str) -> Typed:
    screen = user.shown()
    name = screen.words.field_called(label)
    typed = screen.type(screen.known(user) | {name: value})
    # A list may offer nothing empty to choose: whoever would leave it empty then stays where they are.
    if bare(value) or not bare(typed[name]):
        screen.press("continuer")
    return typed


@when("l'usager remplit le formulaire avec la dernière question de la liste", target_fixture="typed")
def takes_the_last_question(user: User) -> Typed:
    form = FormScreen(user.window)
    return fill_and_continue(form, form.known(user) | {"question": form.questions()[-1]})


@when("l'usager remplit le formulaire avec la question sur le prénom du conjoint", target_fixture="typed")
def takes_the_question_on_the_spouse(user: User) -> Typed:
    form = FormScreen(user.window)
    for question in form.questions():
        if "prenom" in bare(question) and "conjoint" in bare(question):
            return fill_and_continue(form, form.known(user) | {"question": question})
    raise Unmet("La question est introuvable.", expected="une question sur le prénom du conjoint",
                seen=" ; ".join(form.questions()))  # fmt: skip


@when("l'usager change l'adresse en dépit de l'écran et continue")
def forces_another_email(user: User) -> None:
    form = FormScreen(user.window)
    form.type(form.known(user))
    form.force(user.email, email_of("sa seconde adresse", user))
    form.press("continuer")


@when("l'usager efface sa saisie")
def clears(user: User) -> None:
    FormScreen(user.window).press("effacer")


# -- what the form shows ----------------------------------------------------------------------------------------------


@then("l'écran signale des champs obligatoires")
def mandatory_fields_are_marked(user: User) -> None:
    form = FormScreen(user.window)
    unmarked = [spoken(form, name) for name in (*form.mandatory, "question") if not form.marks(name)]
    same("Les champs obligatoires que rien ne signale", expected=[], seen=unmarked)


@then("l'écran présente dans l'ordre")
def lines_in_order(user: User, datatable: list[list[str]]) -> None:
    screen = user.shown()
    if not isinstance(screen, DetailsScreen):
        raise Unmet("L'écran n'a pas de lignes.", expected="des lignes", seen=screen.name)
    names = [screen.words.field_called(label) for label in column(datatable)]
    seen = [spoken(screen, name) for name in screen.in_order(names)]
    same("Les lignes de l'écran", expected=[spoken(screen, name) for name in names], seen=seen)


@then("la saisie est gardée")
def typing_is_kept(user: User, typed: Typed) -> None:
    form, wanted = FormScreen(user.window), identity_of(typed)
    user.window.until(lambda: not not_kept(form, wanted))
    same("Les champs qui ont perdu leur saisie", expected=[], seen=not_kept(form, wanted))


@then("la question et la réponse saisies sont gardées")
def secrets_are_kept(user: User, typed: Typed) -> None:
    form, wanted = FormScreen(user.window), secrets_of(typed)
    user.window.until(lambda: not not_kept(form, wanted))
    same("Les champs qui ont perdu leur saisie", expected=[], seen=not_kept(form, wanted))


@then("plus rien de la saisie n'est affiché")
def typing_is_cleared(user: User, typed: Typed) -> None:
    form = FormScreen(user.window)

    def filled() -> list[str]:
        return [spoken(form, name) for name in typed if form.holds(name)]

    user.window.until(lambda: not filled())
    same("Les champs encore remplis", expected=[], seen=filled())


@then("l'adresse de connexion reste celle de l'usager")
def email_is_still_the_users(user: User) -> None:
    require_recall(user.shown(), "adresse", "L'adresse de connexion", user.email)


@then("l'adresse ainsi changée n'est reprise nulle part")
def forced_email_is_not_taken(user: User) -> None:
    """The form may be taken without it, shown again or refused outright."""
    summary = SummaryScreen(user.window)
    taken = FormScreen(user.window).opens(summary) and not summary.recalls("adresse", user.email)
    same("La reprise de l'adresse changée par le récapitulatif", expected=False, seen=taken)


@then(parsers.parse("la question choisie d'avance est « {question} »"))
def question_by_default(user: User, question: str) -> None:
    seen = FormScreen(user.window).holds("question")
    holds(flat(seen) == flat(question), "La question choisie d'avance", expected=question, seen=seen)


@then("c'est la première de la liste, qui en compte plusieurs")
def question_is_first(user: User) -> None:
    form = FormScreen(user.window)
    same("La première question de la liste", expected=form.holds("question"), seen=form.questions()[0])
    holds(len(form.questions()) > 1, "La liste", expected="plusieurs questions", seen=f"{len(form.questions())}")


@then(parsers.parse("la liste offre la question « {question} »"))
def question_is_offered(user: User, question: str) -> None:
    contains("La liste des questions", " ; ".join(offered_questions(user.shown())), question)


# -- what is shown again ----------------------------------------------------------------------------------------------


@then("le récapitulatif reprend l'identité, le téléphone et l'adresse postale tels qu'ils ont été saisis")
def typing_is_recalled(user: User, typed: Typed) -> None:
    summary, wanted = SummaryScreen(user.window), identity_of(typed)
    user.window.until(lambda: not not_recalled(summary, wanted))
    same("Ce que le récapitulatif ne reprend pas", expected=[], seen=not_recalled(summary, wanted))


@then("le récapitulatif montre la question et la réponse choisies")
def secrets_are_recalled(user: User, typed: Typed) -> None:
    summary, wanted = SummaryScreen(user.window), secrets_of(typed)
    user.window.until(lambda: not not_recalled(summary, wanted))
    same("Ce que le récapitulatif ne montre pas", expected=[], seen=not_recalled(summary, wanted))


@then("il ne montre pas le mot de passe")
def password_is_not_shown(user: User) -> None:
    lacks(
        "Le récapitulatif", SummaryScreen(user.window).await_shown().window.text(), {"le mot de passe": user.original}
    )


@then("la page ne contient nulle part le mot de passe")
def password_is_nowhere(user: User) -> None:
    lacks("La page", user.window.source(), {"le mot de passe": user.original})


@then("« Mot de passe oublié » rappelle la question choisie et admet la réponse")
def forgotten_recalls_the_question(user: User, typed: Typed) -> None:
    again = user.elsewhere()
    again.reach(FORGOTTEN, AnswerScreen.name)
    screen = AnswerScreen(again.window)
    require_recall(screen, "question", "La question rappelée", typed["question"])
    screen.submit(user.answer).await_shown()
