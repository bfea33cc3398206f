"""``focus new`` writes profiles that load, from options alone or from what a person answers."""

import pytest
from typer.testing import CliRunner

from runner.cli import app
from targets.profile import load

SITE = ("target.name=Site à l'essai", "target.version=4.2", "captcha.answer=aaaaaa")
RUNNING = (*SITE, "target.base_url=https://recette.exemple.fr")
STARTED = (*SITE, "start.command=node site.mjs --port {port} --smtp 127.0.0.1:{smtp_port}")


@pytest.fixture
def written(tmp_path, monkeypatch):
    """The profile that ``focus new`` writes from options, loaded, and what the command said."""
    for name in ("MOT_DE_PASSE_IMAP", "JETON_DE_LA_PORTE", "MOT_DE_PASSE_DES_COMPTES", "REPONSE_DES_COMPTES"):
        monkeypatch.setenv(name, "un secret")

    def write(*told):
        path = tmp_path / "site.toml"
        ran = CliRunner().invoke(app, ["new", str(path), *(word for one in told for word in ("--set", one))])
        return (load(path) if path.exists() else None), ran

    return write


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        (RUNNING, ("none", "none", "fixed", "screens")),
        ((*STARTED, "clock.kind=faketime"), ("smtp", "faketime", "fixed", "screens")),
        ((*RUNNING, "mail.kind=smtp"), ("smtp", "none", "fixed", "screens")),
        ((*RUNNING, "mail.kind=mailpit", "spaces.kind=accounts"), ("mailpit", "none", "fixed", "accounts")),
        ((*RUNNING, "mail.kind=imap", "mail.host=imap.test", "mail.user=qa"), ("imap", "none", "fixed", "screens")),
        ((*RUNNING, "clock.kind=door", "spaces.kind=door", "captcha.kind=door", "door.url=https://a.test/essai"),
         ("none", "door", "door", "door")),
        ((*RUNNING, "clock.kind=command", "clock.set=horloge {instant}"), ("none", "command", "fixed", "screens")),
    ],
)  # fmt: skip
def test_a_first_profile_loads(written, told, kinds):
    profile, ran = written(*told)
    assert (profile.mail.kind, profile.clock.kind, profile.captcha.kind, profile.spaces.kind) == kinds
    assert profile.target.name == "Site à l'essai"
    assert "La suite : focus check" in ran.output


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (SITE[:2], "--set target.base_url=… is needed"),
        ((*RUNNING, "mail.knd=smtp"), "vouliez-vous dire « mail.kind » ?"),
        ((*RUNNING, "mail.kind=smpt"), "vouliez-vous dire « smtp » ?"),
    ],
)
def test_an_answer_that_is_not_one(written, told, said):
    profile, ran = written(*told)
    assert (profile, ran.exit_code) == (None, 2)
    assert said in " ".join(ran.output.replace("│", " ").split())


def test_a_profile_that_is_there_is_left_alone(written):
    written(*RUNNING)
    _, ran = written(*RUNNING)
    assert ran.exit_code == 2


def test_a_person_is_asked_what_was_not_told(tmp_path, monkeypatch):
    monkeypatch.setattr("runner.cli._at_a_terminal", lambda: True)
    answers = "Essai\n1\n\nhttps://a.test\nmaildve\nmaildev\n\n\n\n\nbbbbbb\n\n"
    ran = CliRunner().invoke(app, ["new", str(tmp_path / "site.toml")], input=answers)
    assert ran.exit_code == 0, ran.output
    profile = load(tmp_path / "site.toml")
    assert (profile.mail.kind, profile.mail.url) == ("maildev", "http://127.0.0.1:1080")
