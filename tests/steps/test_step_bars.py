"""Step bars as sites may write them: the step in evidence is found, wrong ones are not taken for it."""

import pytest

from steps.screens.creation import CREATION, TermsScreen
from steps.screens.procedure import UNTOLD, in_a_row

STEPS = CREATION.steps
OTHERS = (
    "<h1>Créer</h1><a href=#>conditions générales</a><ol>{}</ol><h2>{}</h2><footer><a href=#>Conditions générales</a>"
)
STYLE = "<style>.now { font-weight: bold } .done { color: green } .later { color: grey }</style>"


def bar(step, item, **manners):
    """All steps, each written as ``item`` with what the manners say of those done, current and to come."""
    place = STEPS.index(step)
    words = ["done"] * place + ["now"] + ["later"] * (len(STEPS) - place - 1)
    items = [item.format(rank=rank, step=each, word=manners.get(word, word))
             for rank, (each, word) in enumerate(zip(STEPS, words, strict=True), 1)]  # fmt: skip
    return STYLE + OTHERS.format("".join(items), step)


BARS = [
    ("<li class={word}>{step}</li>", {}),
    ("<li class={word}><i>{rank}</i> <span>{step}</span></li>", {}),
    ("<li {word}>{step}</li>", {"now": "aria-current=step", "done": "class=done", "later": ""}),
    ("<li {word}>Étape {rank} : {step}</li>", {"now": "aria-current=step", "done": "", "later": "class=later"}),
    ("<li {word}>{step}</li>", {"now": "style='background: navy'", "done": "", "later": ""}),
    ("<li {word}><span>{step}</span></li>", {"now": "style='border-bottom: 2px solid'", "done": "", "later": ""}),
]


@pytest.mark.parametrize(("item", "manners"), BARS)
def test_the_step_in_evidence(show, item, manners):
    assert [TermsScreen(show(bar(step, item, **manners))).current_step(STEPS) for step in STEPS] == list(STEPS)


def test_nothing_in_evidence(show):
    assert {TermsScreen(show(bar(step, "<li>{step}</li>"))).current_step(STEPS) for step in STEPS} == {""}


def test_several_in_evidence(show):
    html = bar("Identifiants", "<li style='color: {word}'>{step}</li>", done="green", now="blue", later="grey")
    assert TermsScreen(show(html)).current_step(STEPS) == UNTOLD


def test_no_bar(show):
    assert TermsScreen(show("<h1>Créer</h1>")).current_step(STEPS) == ""


@pytest.mark.parametrize(
    "form", ["Étape {} : {}", "{}. {} (terminée) ", "Étape {} sur 5 : {} ; ", "{} {} (étape en cours)"]
)
def test_a_bar_that_tells_screen_readers_where_one_is(form):
    assert in_a_row(STEPS, "\n".join(form.format(rank, step) for rank, step in enumerate(STEPS, 1)))


def test_a_bar_in_another_order():
    assert not in_a_row(STEPS, "\n".join(reversed(STEPS)))
