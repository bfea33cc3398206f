"""Fields of the creation as right sites may draw them: lists, labels around, boxes drawn, asterisks by style."""

import pytest

from steps.screens.creation import FormScreen, TermsScreen
from targets.faults import Absent

COUNTRIES = "<option value=''>Choisissez</option><option value=DE>Allemagne</option><option value=FR>France</option>"
LISTS = [
    f"<label for=a>Pays *</label><select id=a>{COUNTRIES}</select>",
    f"<label>Pays * <select>{COUNTRIES}</select></label>",
    f"<label>Pays : <select required>{COUNTRIES}</select></label>",
]
RADIOS = [
    "<fieldset><legend>Question de confiance *</legend><label><input type=radio name=q checked required> Votre surnom ?"
    "</label><label><input type=radio name=q> Votre sport ?</label></fieldset>",
    "<p id=q>Question de confiance : <b>*</b></p><div role=radiogroup aria-labelledby=q>"
    "<input type=radio name=q aria-labelledby=a checked><i id=a>Votre surnom ?</i>"
    "<input type=radio name=q aria-labelledby=b><i id=b>Votre sport ?</i></div>",
]
BOX = "<label>Je reconnais avoir pris connaissance des conditions générales et les accepte sans restriction"
MANDATORY = [
    "<label for=a>Nom *</label><input id=a>",
    "<style>.must:after { content: ' *' }</style><label class=must for=a>Nom</label><input id=a>",
    "<style>.must:before { content: '* ' }</style><label for=a><b class=must>Nom</b></label><input id=a>",
    "<p><label for=a>Nom</label> <b>*</b> <input id=a></p>",
    "<p id=b>Nom (obligatoire)</p><p><input aria-labelledby=b></p>",
    "<label for=a>Nom</label><input id=a aria-required=true>",
]


@pytest.mark.parametrize("html", LISTS)
def test_a_country_is_chosen_in_a_list(show, html):
    form = FormScreen(show(html))
    assert (form.type({"pays": "FRANCE"}), form.holds("pays")) == ({"pays": "France"}, "France")
    assert (form.type({"pays": ""}), form.holds("pays")) == ({"pays": ""}, "")


def test_a_list_that_lacks_a_value_stays_as_it_stands(show):
    form = FormScreen(show("<label>Nature de la voie <select><option>Rue<option>Quai</select></label>"))
    assert form.type({"nature": "venelle"}) == form.type({"nature": ""}) == {"nature": "Rue"}
    assert form.recalled("nature") == ["Rue"]


def test_a_question_is_chosen_in_a_list_within_its_label(show):
    form = FormScreen(show("<label>Question de confiance * <select><option>Surnom ?<option>Sport ?</select></label>"))
    assert form.questions() == ["Surnom ?", "Sport ?"]
    assert form.type({"question": "Sport ?"}) == {"question": form.holds("question")} == {"question": "Sport ?"}


@pytest.mark.parametrize("html", RADIOS)
def test_a_question_is_chosen_among_radio_buttons(show, html):
    form = FormScreen(show(html))
    assert (form.questions(), form.holds("question")) == (["Votre surnom ?", "Votre sport ?"], "Votre surnom ?")
    assert form.type({"question": "Votre sport ?"}) == {"question": form.holds("question")}
    assert form.holds("question") == "Votre sport ?"
    assert form.marks("question")


def test_a_question_that_is_no_list_is_missed(show):
    form = FormScreen(show("<h2>x</h2><label>Question de confiance <input></label>"))
    with pytest.raises(Absent):
        form.questions()


@pytest.mark.parametrize(
    "style",
    [
        "position: absolute; opacity: 0",
        "position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)",
    ],
)
def test_a_box_drawn_by_its_label_is_ticked(show, style):
    drawn = f"<style>input {{ {style} }} i {{ position: relative; border: 1px solid; padding: 0 9px }}</style>"
    screen = TermsScreen(show(f"{drawn}{BOX} <input type=checkbox><i></i></label>"))
    screen.tick()
    assert screen.field("conditions").is_checked()


@pytest.mark.parametrize("html", MANDATORY)
def test_a_mandatory_field_is_marked(show, html):
    assert FormScreen(show(html)).marks("nom")


def test_a_field_that_nothing_marks_is_not(show):
    html = "<p>Les champs marqués d'un astérisque (*)</p><p>Prénom * <input><label>Nom <input></label></p>"
    assert not FormScreen(show(html)).marks("nom")
