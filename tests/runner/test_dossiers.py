"""A run signs its dossier with the key of the environment; ``focus report verify`` and ``keygen`` tell what they do."""

import json
import stat

import pytest
from typer.testing import CliRunner

from reports.dossier.signing import KeyUnusable, fingerprint, new_pair, private_key, public_key
from runner.cli import app
from runner.keeping import KEY, signing_key
from tests.reports.dossiers import PUBLIC, dossier, edited, files
from tests.runner import small_root
from tests.runner.playing import play, vendor


def focus(*arguments):
    return CliRunner().invoke(app, ["report", *map(str, arguments)])


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dossier")
    (folder / "cle.pub").write_bytes(PUBLIC)
    return dossier(folder)


def test_a_whole_run_leaves_a_dossier_that_its_key_signs(tmp_path):
    secret, public = new_pair()
    (tmp_path / "cle").write_bytes(secret)
    (tmp_path / "cle.pub").write_bytes(public)
    root = small_root.build(tmp_path / "root", small_root.FEATURE.replace("par 0", "par 2"))
    ended = play(tmp_path, "features", vendor(tmp_path), root=root, **{KEY: str(tmp_path / "cle")})
    assert ended.code == 0, ended.said
    (path,) = ended.out.glob("2*/dossier.zip")
    ran = focus("verify", path, "--key", tmp_path / "cle.pub", "--features", root / "features")
    assert (ran.exit_code, "Dossier authentique, complet et intact." in ran.output) == (0, True), ran.output
    assert json.loads(files(path)["profile.json"])["name"] == "Site d'un éditeur"
    assert {"harness", "python", "system", "packages"} == json.loads(files(path)["versions.json"]).keys()


def test_a_run_that_cannot_sign_does_not_begin(tmp_path):
    target = vendor(tmp_path)
    ended = play(tmp_path, "features", target, root=small_root.build(tmp_path / "root"), **{KEY: "/nulle/part"})
    assert (ended.code, ended.report) == (4, None)
    assert "FOCUS_DOSSIER_KEY : /nulle/part est illisible" in ended.said


def test_the_key_is_taken_out_of_the_environment(tmp_path):
    secret, _ = new_pair()
    (tmp_path / "cle").write_bytes(secret)
    for told in (secret.decode(), str(tmp_path / "cle")):
        environment = {KEY: told, "AUTRE": "x"}
        key = signing_key(environment)
        assert key is not None
        assert fingerprint(key.public_key()) == fingerprint(private_key(secret).public_key())
        assert environment == {"AUTRE": "x"}
    assert signing_key({}) is None


@pytest.mark.parametrize("text", ["", "-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----\n"])
def test_a_key_that_is_none_is_told(text):
    for load in (private_key, public_key):
        with pytest.raises(KeyUnusable):
            load(text.encode())


def test_the_command_accepts_and_refuses(made):
    ran = focus("verify", made, "--key", made.parents[2] / "cle.pub")
    assert (ran.exit_code, "authentique" in ran.output) == (0, True)
    ran = focus("verify", edited(made, lambda held: held.pop("report.json")), "--key", made.parents[2] / "cle.pub")
    assert (ran.exit_code, "Dossier refusé." in ran.output) == (1, True)


def test_without_a_key_the_author_is_not_vouched_for(made):
    assert "Dossier complet et intact ; auteur non vérifié." in focus("verify", made).output


def test_a_name_in_a_dossier_does_not_command_the_terminal(tmp_path):
    name = "Site\x1b[2J\u202e\x9b1m"
    target = {"name": name, "version": "1", "base_url": "http://127.0.0.1"}
    ran = focus("verify", dossier(tmp_path, target=target))
    assert "Site\ufffd[2J" in ran.output
    assert not set(name[4:]) & set(ran.output) - set("[2J1m")


def test_a_private_key_verifies_nothing(made, tmp_path):
    (tmp_path / "cle").write_bytes(new_pair()[0])
    ran = focus("verify", made, "--key", tmp_path / "cle")
    assert (ran.exit_code, "c'est une clé privée" in ran.output) == (4, True)


def test_new_keys_are_for_their_owner_alone_and_replace_nothing(tmp_path):
    assert focus("keygen", tmp_path / "cle").exit_code == 0
    assert stat.S_IMODE((tmp_path / "cle").stat().st_mode) == 0o600
    private, public = private_key((tmp_path / "cle").read_bytes()), public_key((tmp_path / "cle.pub").read_bytes())
    assert fingerprint(private.public_key()) == fingerprint(public)
    assert focus("keygen", tmp_path / "cle").exit_code == 2
