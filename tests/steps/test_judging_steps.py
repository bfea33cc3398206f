"""A step in evidence is right, wrong, or cannot be told: then nothing is concluded."""

import pytest

from steps.mails import links_towards
from steps.navigation import require_steps
from steps.screens.procedure import UNTOLD
from targets.faults import Unarranged, Unmet


def test_every_step_is_in_evidence_in_its_turn():
    require_steps({"Identifiants": "Identifiants", "Récapitulatif": "Récapitulatif"})


@pytest.mark.parametrize("seen", ["", "Identifiants"])
def test_another_step_is_in_evidence(seen):
    with pytest.raises(Unmet):
        require_steps({"Identifiants": UNTOLD, "Récapitulatif": seen})


def test_which_step_is_in_evidence_cannot_be_told():
    with pytest.raises(Unarranged):
        require_steps({"Identifiants": "Identifiants", "Récapitulatif": UNTOLD})


@pytest.mark.parametrize(
    ("link", "leads"),
    [("/portail/secours", True), ("/portail/secours/", True), ("/mdp-oublie", True), ("/portail", False), ("/", False)],
)
def test_a_link_of_a_mail_leads_to_the_procedure(link, leads):
    text = f"<a href='https://site.test{link}'>ici</a>"
    assert bool(links_towards("http://127.0.0.1:8080/portail/secours", text)) is leads
