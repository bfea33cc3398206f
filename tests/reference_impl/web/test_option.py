"""The screens of the option for the access without certificate (EP4 chapters 2 to 5)."""

import io
import re

import pytest
from pypdf import PdfReader

from tests.reference_impl.conftest import LILA, NEW, OTHERS, RIGHT
from tests.reference_impl.web.conftest import (
    ACTIVATED,
    CHOICE,
    FRESH,
    NUMBER,
    OPTION,
    PDF,
    PET,
    QUESTION,
    SURNAME,
    VALIDATION,
    VERIFICATION,
)

WRONG = "Les réponses aux questions de confiance sont incorrectes."


def test_the_sheet_leads_to_the_first_screen(visitor):
    assert f'href="{OPTION}">Fiche EP 4 : Opter pour' in visitor.get("/aide").source
    assert f'href="{NUMBER}">Optez pour un accès' in visitor.get(OPTION).source
    assert visitor.get(NUMBER).screen == "Identification"


def test_the_whole_way_keeps_the_number(optant):
    assert optant.gives_number().path == VERIFICATION
    assert optant.answers_all().path == CHOICE
    assert optant.picks().path == QUESTION
    page = optant.asks()
    assert (page.path, "ROSEMONDE Lila" in page.text, LILA.email in page.text) == (VALIDATION, True, True)
    assert optant.code() not in page.source
    page = optant.activates()
    assert (page.path, f"06 juin 2023 sous le numéro {optant.number}" in page.text) == (ACTIVATED, True)
    assert "Vous conservez le même numéro d'abonné." in page.text
    assert optant.logs_in(password=NEW).path == "/espace"


def test_the_step_bar_shows_where_one_is(optant):
    bars = [optant.get(NUMBER), optant.gives_number(), optant.answers_all(), optant.picks(), optant.asks()]
    shown = [re.findall(r'aria-current="step">(.*?)</li>', bar.source)[0] for bar in bars]
    assert shown == ["Numéro d&#39;abonné", "Vérification", "Identifiants", "Question", "Validation"]


def test_the_recap_is_of_the_new_identifiers(optant):
    optant.opts(FRESH)
    optant.activates(FRESH)
    text = PdfReader(io.BytesIO(optant.get(PDF).response.data)).pages[0].extract_text()
    assert all(fact in text for fact in ("VOS COORDONNEES", optant.number, FRESH, SURNAME))
    assert not any(secret in text for secret in (PET, *RIGHT))


def test_unknown_and_converted_are_told_the_same(optant, seed):
    for number in (seed(email="basile@example.test"), "20990010000101"):
        page = optant.gives_number(number)
        assert (page.status, page.alert) == (422, "Votre saisie n'a pas été acceptée : Numéro d'abonné non reconnu.")


@pytest.mark.parametrize("number", ["", "2023157000010", "202315700001011", "2023157000010a"])
def test_a_number_has_fourteen_digits(optant, number):
    assert "Saisissez un numéro d'abonné de 14 chiffres." in optant.gives_number(number).alert


def test_the_three_questions_in_their_order(optant):
    page = optant.gives_number()
    shown = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page.source)
    assert shown == [optant.number, LILA.question, *(question for question, _answer in OTHERS)]


@pytest.mark.parametrize("wrong", [("x", *RIGHT[1:]), (RIGHT[0], "x", "x"), ("x", "x", "x"), RIGHT[::-1]])
def test_one_refusal_for_any_wrong_answer(optant, wrong):
    optant.gives_number()
    assert (optant.answers_all(*wrong).alert, optant.page.path) == (WRONG, VERIFICATION)


def test_an_empty_answer_is_asked_for_and_not_counted(optant):
    optant.gives_number()
    for _ in range(9):
        assert optant.answers_all("", "x", "").alert.endswith("Saisissez la réponse n° 1. Saisissez la réponse n° 3.")
    assert optant.answers_all().path == CHOICE


def test_five_wrong_tries_suspend_the_procedure(optant):
    optant.gives_number()
    for _ in range(5):
        optant.answers_all("x", "x", "x")
    assert "la procédure est suspendue pour cet espace jusqu'à 11h00" in optant.answers_all().alert


def test_the_contact_address_is_proposed_once_the_answers_are_right(optant):
    assert LILA.email not in optant.gives_number().source
    page = optant.answers_all()
    assert (page.value("address"), page.value("address_again"), page.value("password")) == (LILA.email, "", "")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"address_again": "other@example.test"}, "Les deux adresses électroniques saisies ne sont pas identiques."),
        ({"password_again": NEW[::-1]}, "Les deux mots de passe saisis ne sont pas identiques."),
        ({"password": NEW[:19], "password_again": NEW[:19]}, "20 caractères au minimum"),
        ({"password": "a" * 20, "password_again": "a" * 20}, "trop faible"),
        ({"address": "x", "address_again": "x"}, "adresse électronique valide"),
    ],
)
def test_identifiers_that_are_refused(optant, fields, told):
    optant.reaches_identifiers()
    assert (told in optant.picks(**fields).alert, optant.page.path) == (True, CHOICE)


def test_the_owner_s_name_weakens_a_password(optant):
    optant.reaches_identifiers()
    assert "trop faible" in optant.picks(password="RosemondeRosemondeLila").alert


def test_the_address_of_another_space_is_refused(optant, seed):
    seed(email=FRESH)
    optant.reaches_identifiers()
    assert "déjà associée à un autre espace" in optant.picks(FRESH).alert
    assert 'data-level=""' in optant.page.source  # nothing is told of a password that is to be typed again


def test_a_colleague_chooses_another_address(optants, certified):
    first, second = optants(certified()), optants(certified(first_name="Basile"))
    first.opts()
    second.reaches_identifiers()
    assert "Une demande est déjà en cours" in second.picks().alert
    first.activates()
    assert "déjà associée à un autre espace" in second.picks().alert
    assert second.picks(FRESH).path == QUESTION


def test_an_address_taken_meanwhile_is_refused_at_the_end(optants, certified):
    first, second = optants(certified()), optants(certified(first_name="Basile"))
    for optant in (first, second):
        optant.reaches_identifiers()
        optant.picks()
    assert first.asks().path == VALIDATION
    assert (second.asks().path, "Une demande est déjà en cours" in second.page.alert) == (QUESTION, True)


@pytest.mark.parametrize(
    ("question", "answer"), [(SURNAME, ""), (SURNAME, " "), ("Votre couleur ?", PET), (SURNAME, "x" * 101)]
)
def test_a_question_and_its_answer_are_needed(optant, question, answer):
    optant.reaches_identifiers()
    optant.picks()
    assert (optant.asks(question, answer).status, optant.page.path) == (422, QUESTION)


def test_going_back_keeps_what_is_typed(optant):
    optant.reaches_identifiers()
    optant.picks(FRESH)
    page = optant.post(f"{QUESTION}/etape-precedente", question="Votre hobby ?", answer=PET)
    assert (page.path, page.value("address"), page.value("address_again")) == (CHOICE, FRESH, FRESH)
    page = optant.get(QUESTION)
    assert (page.value("answer"), re.search(r"<option selected[^>]*>(.*?)<", page.source)[1]) == (PET, "Votre hobby ?")
    assert optant.get(NUMBER).value("number") == optant.number


def test_clearing_the_number_begins_again(optant):
    optant.gives_number()
    assert optant.post(f"{NUMBER}/effacer").value("number") == ""
    assert optant.get(VERIFICATION).path == NUMBER


@pytest.mark.parametrize("path", [VERIFICATION, CHOICE, QUESTION, VALIDATION])
def test_no_screen_is_skipped(optant, path):
    assert (optant.get(path).path, "Cette étape n'est pas accessible" in optant.page.alert) == (NUMBER, True)


def test_the_identifiers_open_with_the_answers_only(optant):
    optant.gives_number()
    assert optant.get(CHOICE).path == NUMBER
    assert optant.picks().path == NUMBER


def test_the_answers_renew_the_session(optant):
    optant.gives_number()
    before = optant.client.get_cookie("session").value
    optant.answers_all()
    assert optant.client.get_cookie("session").value != before


def test_reloading_the_last_screen_mails_nothing(optant, mails):
    optant.opts()
    assert (optant.get(VALIDATION).path, mails()) == (VALIDATION, [LILA.email])


def test_quitting_gives_up(optant, mails):
    optant.reaches_identifiers()
    assert optant.post(f"{OPTION}/quitter").path == "/"
    assert (optant.get(CHOICE).path, mails()) == (NUMBER, [])


def test_nobody_enters_while_it_waits(optant):
    optant.opts()
    assert optant.logs_in(password=NEW).status == 422


def test_forgotten_password_asks_the_new_question(optant):
    optant.opts()
    optant.activates()
    assert SURNAME in optant.gives_address().text
    assert optant.answers(PET).screen == "Saisie du nouveau mot de passe"


def test_a_number_is_not_recognised_after_the_activation(optant):
    optant.opts()
    optant.activates()
    assert "Numéro d'abonné non reconnu." in optant.gives_number().alert


def test_the_level_is_told_while_typing(optant):
    optant.reaches_identifiers()
    told = optant.post(f"{OPTION}/niveau", password="a" * 20, address="x").response
    assert told.get_json() == {"level": "Faible"}


def test_the_creation_leads_here(applicant, optant):
    applicant.accepts()
    assert f'href="{OPTION}"' in applicant.identifies().source
