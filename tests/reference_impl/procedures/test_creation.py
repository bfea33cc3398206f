"""Creation without its screens: what is kept, what is refused, and what « Valider » does once (EP2 chapter 2)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from reference_impl.domain.claims import Holder, Taken
from reference_impl.domain.creation import TERMS_VERSION, Reached
from reference_impl.domain.passwords import Refusal
from reference_impl.domain.postal import PostalAddress
from reference_impl.domain.strength import Level
from reference_impl.procedures import creation
from reference_impl.procedures.creation import level, refusals
from reference_impl.site import Site
from reference_impl.store.database import Database
from reference_impl.store.tables import Activation, ClaimedAddress, State
from reference_impl.store.web_sessions import SessionGone
from tests.reference_impl.conftest import LILA, NEW, START
from tests.reference_impl.procedures.conftest import DETAILS

TWO_DAYS = timedelta(hours=48)


def rows(site, table) -> int:
    with site.database.begin() as db:
        return db.scalar(select(func.count()).select_from(table))


def test_each_screen_opens_the_next(applicant):
    lila = applicant()
    seen = [lila.draft]
    for step in (lila.accepts_terms, lila.chooses, lila.fills_in, lila.validates):
        step()
        seen.append(lila.draft.reached)
    assert seen == [None, Reached.IDENTIFIERS, Reached.FORM, Reached.RECAP, Reached.DONE]


def test_a_new_draft_holds_what_the_form_holds_at_first(applicant):
    lila = applicant()
    lila.accepts_terms()
    assert (lila.draft.question, lila.draft.country, lila.draft.city) == ("Quel est votre surnom ?", "FRANCE", "")
    assert (lila.draft.terms_version, lila.draft.terms_accepted_at) == (TERMS_VERSION, START)


def test_who_goes_back_keeps_what_was_typed(applicant, hour):
    lila = applicant()
    lila.reaches_recap()
    hour.passes(minutes=5)
    lila.accepts_terms()
    lila.chooses("autre@example.test")
    draft = lila.draft
    assert (draft.reached, draft.email, draft.last_name) == (Reached.RECAP, "autre@example.test", "Rosemonde")
    assert (draft.postal_address, lila.site.chosen_answers.get(draft.id)) == (LILA.address, "Paul")


def test_what_is_typed_is_trimmed(applicant):
    lila = applicant()
    lila.reaches_recap()
    lila.fills_in(" Paul ", last_name=" O'Neil-Ünal ", address=PostalAddress(city=" Liège ", country=" BELGIQUE "))
    assert (lila.draft.last_name, lila.draft.city, lila.draft.street) == ("O'Neil-Ünal", "Liège", "")
    assert lila.site.chosen_answers.get(lila.draft.id) == "Paul"


def test_what_is_only_jotted_down_closes_the_recap(applicant):
    lila = applicant()
    lila.reaches_recap()
    creation.jot(lila.site, lila.draft, replace(DETAILS, phone="1"), "")
    assert (lila.draft.reached, lila.draft.phone) == (Reached.FORM, "1")
    assert (lila.validates(), rows(lila.site, Activation)) == (None, 0)


def test_after_the_end_another_draft_begins(applicant):
    lila = applicant()
    lila.registers()
    lila.accepts_terms()
    assert (lila.draft.reached, lila.draft.email) == (Reached.IDENTIFIERS, "")


def test_nothing_is_begun_in_a_session_that_is_gone(site, hour):
    with pytest.raises(SessionGone):
        creation.begin(site, 999, hour.now)


@pytest.mark.parametrize("state", [State.ACTIVE, State.PRE_REGISTERED])
def test_an_address_that_logs_in_or_will_is_refused_whatever_its_case(applicant, seed, state):
    seed(state=state)
    lila = applicant()
    lila.accepts_terms()
    holder = lila.chooses(LILA.email.swapcase()).holder
    assert holder is (Holder.SPACE if state is State.ACTIVE else Holder.REQUEST)
    assert (lila.draft.reached, lila.draft.password_hash) == (Reached.IDENTIFIERS, None)


def test_the_contact_address_of_a_certificate_space_is_refused(applicant, seed):
    seed(state=State.CERTIFICATE)
    lila = applicant()
    lila.accepts_terms()
    assert lila.chooses(LILA.email.upper()) == Taken(Holder.CERTIFICATE)
    assert lila.chooses("lila+2@example.test") is None


def test_a_pending_request_is_told_with_its_last_instant(applicant, deliver, hour):
    applicant().registers()
    other = applicant()
    other.accepts_terms()
    assert other.chooses() == Taken(Holder.REQUEST, None)
    hour.passes(minutes=2)
    deliver()
    assert other.chooses() == Taken(Holder.REQUEST, START + timedelta(minutes=2) + TWO_DAYS)


def test_the_first_validated_wins(applicant, mails):
    first, second = applicant(), applicant()
    first.reaches_recap()
    second.reaches_recap("LILA.rosemonde@example.test")
    assert first.validates() is None
    assert second.validates() == Taken(Holder.REQUEST)
    assert (second.draft.reached, mails()) == (Reached.RECAP, [LILA.email])
    second.chooses("autre@example.test")
    assert (second.validates(), len(mails())) == (None, 2)


def test_validating_again_does_nothing(applicant, mails):
    lila = applicant()
    lila.reaches_recap()
    draft = lila.draft
    assert [creation.validate(lila.site, draft, lila.hour.now) for _ in range(2)] == [None, None]
    assert (mails(), rows(lila.site, Activation)) == ([LILA.email], 1)


def test_the_dispatcher_is_woken_once_there_is_a_mail(applicant, monkeypatch):
    lila, rung = applicant(), []
    object.__setattr__(lila.site, "wake", lambda: rung.append("awake"))
    lila.reaches_recap()
    assert rung == []
    lila.validates()
    assert rung == ["awake"]


def test_nothing_is_reserved_before_validation_and_nothing_kept_after_giving_up(applicant):
    lila, other = applicant(), applicant()
    lila.reaches_recap()
    other.accepts_terms()
    assert (rows(lila.site, ClaimedAddress), other.chooses()) == (0, None)
    kept = lila.draft.id
    creation.give_up(lila.site, lila.session_id)
    assert (lila.draft, lila.site.chosen_answers.get(kept)) == (None, None)


def test_a_draft_given_up_meanwhile_is_not_validated(applicant, mails):
    lila = applicant()
    lila.reaches_recap()
    draft = lila.draft
    creation.give_up(lila.site, lila.session_id)
    lila.site.chosen_answers.keep(draft.id, "Paul")
    assert (creation.validate(lila.site, draft, lila.hour.now), mails()) == (None, [])


def test_after_a_restart_a_draft_with_an_answer_begins_again(applicant):
    lila, other = applicant(), applicant()
    lila.reaches_recap()
    other.accepts_terms()
    for visitor in (lila, other):
        visitor.site = Site(lila.site.database, lila.site.hasher, wake=lambda: None)
    assert (lila.draft, lila.site.chosen_answers.get(1)) == (None, None)
    assert other.draft.reached is Reached.IDENTIFIERS
    lila.accepts_terms()
    assert lila.draft.last_name == ""


def test_neither_password_nor_answer_nor_code_rests_in_the_database(tmp_path, hasher, hour, applicant, deliver, site):
    path = tmp_path / "site.sqlite3"
    object.__setattr__(site, "database", Database(str(path)))
    lila = applicant()
    lila.reaches_recap()
    lila.fills_in("Rhododendron")
    lila.validates()
    code = deliver()[LILA.email]
    lila.offers(code)
    site.database.close()
    kept = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert b"Rosemonde" in kept
    assert not [secret for secret in (NEW, "hododendron", code) if secret.encode() in kept]


@pytest.mark.parametrize(
    ("password", "found"),
    [
        ("", [Refusal.EMPTY]),
        (NEW[:19], [Refusal.TOO_SHORT]),
        (NEW, []),
        ("a" * 20, [Refusal.WEAK]),
        ("lila.rosemonde@example.test", [Refusal.WEAK]),
    ],
)
def test_the_password_is_judged_with_the_address_known(password, found):
    assert refusals("Lila.Rosemonde@example.test", password) == found
    assert (level("Lila.Rosemonde@example.test", password) is Level.WEAK) == bool(found)


def test_whatever_is_typed_as_the_address_the_level_is_told(applicant):
    assert level("x" * 10_000, NEW) is not Level.WEAK
    assert level("", NEW) is not Level.WEAK
