"""An invented run with every verdict, to look at the reports: ``python -m tests.reports.invented DIRECTORY``."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from PIL import Image, ImageDraw

from reports.evidence import MAIL, Redactor
from reports.facts import DOCUMENT, SIGHT, Document, FaultRecord, Mark, Sight
from reports.journal import Journal, Status
from reports.run import RunReport, conclude
from tests.reports.invented_sheet import FEATURE, write_register
from tests.reports.playing import STARTED, Told, fault, header, tell


def screenshot() -> bytes:
    """A screen of an invented site."""
    image = Image.new("RGB", (960, 420), "#ffffff")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 960, 56), fill="#23395d")
    draw.text((24, 20), "SITE FICTIF - Mot de passe oublie", fill="#ffffff", font_size=18)
    draw.text((24, 84), "Recapitulatif", fill="#1d2430", font_size=26)
    draw.text((24, 140), "Votre mot de passe a bien ete modifie.", fill="#1d2430", font_size=18)
    draw.text((24, 176), "Ce mot de passe est valable jusqu'au 06 juin 2026.", fill="#1d2430", font_size=18)
    draw.rounded_rectangle((24, 240, 380, 290), 6, outline="#23395d", width=2)
    draw.text((44, 256), "Accedez a vos services en ligne", fill="#23395d", font_size=18)
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def sight(hostile: str = "") -> str:
    """What the screenshot above shows."""
    marks = (Mark(act="seen", name=f"06 juin 2026{hostile}"),)
    return Sight(picture="ecran-1.png", screen="Récapitulatif", marks=marks).model_dump_json()


def view(hostile: str = "") -> str:
    """The first screen of a walk."""
    marks = (Mark(act="fill", name=f"Adresse{hostile}"), Mark(act="press", name="Continuer"))
    return Sight(picture="ecran-1.png", screen=f"Accueil{hostile}", marks=marks, step=1).model_dump_json()


def document(hostile: str = "") -> str:
    """The recap that an invented site gives, its phone cut short."""
    typed = (("Nom", "ROSEMONDE"), ("Téléphone", f"0199005678{hostile}"))
    text = f"RECAPITULATIF Nom : ROSEMONDE Téléphone : 019900567{hostile}"
    return Document(name=f"recap{hostile}.pdf", pages=1, sha256="0" * 64, text=text, typed=typed).model_dump_json()


def mail(extra: str = "") -> bytes:
    """The confirmation mail of an invented site."""
    letter = EmailMessage()
    letter["From"], letter["To"] = "ne-pas-repondre@exemple.test", "Lila ROSEMONDE <lila.rosemonde@exemple.test>"
    letter["Subject"] = "Espace professionnel - Modification du mot de passe"
    letter["Date"] = "Tue, 06 Jun 2023 10:00:00 +0200"
    letter.set_content(
        "Bonjour,\n\nVotre mot de passe a été modifié.\nIl est valable jusqu'au 06 juin 2026.\n"
        f"Votre réponse de confiance : Foxy{extra}\n\nCordialement\n"
    )
    letter.add_alternative(f"<p>Bonjour,</p><p>Votre réponse : <b>Foxy</b>{extra}</p>", subtype="html")
    return letter.as_bytes()


@dataclass
class _Player:
    told: Told
    redactor: Redactor

    def named(self, name: str) -> int:
        return next(rank for rank, pickle in enumerate(self.told.pickles) if pickle.name.startswith(name))

    def play(self, name: str, at: int | None = None, record: FaultRecord | None = None, **kept: object) -> None:
        """Play a scenario up to the step where the fault is, with what was kept there."""
        journal, pickle = self.told.journal, self.told.pickles[self.named(name)]
        journal.scenario_started(pickle)
        self.redactor.secret("réponse", "Foxy")
        for index in range(len(pickle.steps) if at is None else at):
            journal.step_started(index)
            if at is None and index == 0:
                self._keep(journal, index, kept)
            journal.step_finished(index, Status.passed, 0.31)
        if at is not None and record is not None:
            journal.step_started(at)
            self._keep(journal, at, kept)
            journal.step_finished(at, Status(record.status), 1.2, record)
        journal.scenario_finished()

    def _keep(self, journal: Journal, step: int, kept: dict[str, object]) -> None:
        media = {"screen": "image/png", "sight": SIGHT, "mail": MAIL, "page": "text/html", "document": DOCUMENT}
        names = {"screen": "ecran-1.png", "sight": "ecran-1.json", "mail": "confirmation.eml", "page": "Page reçue"}
        for kind, body in kept.items():
            assert isinstance(body, bytes | str)
            journal.attach(body, media[kind], names.get(kind, kind), step)


def every_verdict(run_dir: Path, hostile: str = "", feature: Callable[[str], str] = str) -> list[str]:
    """Write the journals of two workers, one of which crashes; returns the crashed. ``hostile`` goes everywhere."""
    facts: dict[str, object] = {
        "run_id": run_dir.name,
        "capabilities": {"clock": "none", "mail": "smtp", "captcha": "door", "spaces": "door", "recap": "from_space"},
        "target": header().target.model_copy(update={"name": f"Espace Facile{hostile}", "version": "3.2"}),
        "variants": {"C11": "sans_reponse"},
        "waivers": {"EP6-2-31": {"reason": f"Doublon connu{hostile}", "ticket": "ESP-112", "until": "2027-03-31"}},
        "selection": f"features --target espace-facile.toml{hostile}",
        "replay": "uv run pytest {nodeid} --target espace-facile.toml --seed 42",
    }
    text = feature(FEATURE)
    redactors = Redactor(), Redactor()
    first, second = (
        _Player(tell(run_dir, worker, text=text, redactor=redactor, **facts), redactor)
        for worker, redactor in zip(("gw0", "gw1"), redactors, strict=True)
    )
    _play_first(first, hostile)
    _play_second(second, hostile)
    return ["gw1"]


def _play_first(player: _Player, hostile: str) -> None:
    wrong = fault(
        message=f"L'écran annonce une autre date.{hostile}",
        expected=f"Ce mot de passe est valable jusqu'au 05 juin 2026.{hostile}",
        seen=f"Ce mot de passe est valable jusqu'au 06 juin 2026.{hostile}",
        screen=f"Récapitulatif{hostile}",
    )
    player.play("Un mot de passe de 20")
    player.play("Un mot de passe de 19")
    player.play("Changé le 06/06/2023", 2, wrong, screen=screenshot(), sight=sight(hostile), mail=mail(hostile))
    player.play("Changé le 01/03/2024", 0, fault("capability", "given", message="Aucune horloge.", capability="clock"))
    two = fault(message="Deux courriels sont partis.", expected="1 courriel", seen="2 courriels")
    player.play(
        "Un seul courriel", 2, two, mail=mail(hostile), page=f"<html>{hostile}</html>", document=document(hostile)
    )
    walk = {"screen": screenshot(), "sight": view(hostile), "mail": mail(hostile), "document": document(hostile)}
    player.play("Les quatre étapes", **walk)
    player.told.journal.close(success=False)


def _play_second(player: _Player, hostile: str) -> None:
    gone = fault("configuration", "given", message="La porte d'essai répond 403.", repair="Vérifier [door] token.")
    foot = fault(message="Le pied de page est autre.", expected="Direction générale…", seen=f"Espace Facile{hostile}")
    player.play("L'image à recopier peut être changée")
    player.play("Le courriel part même", 0, gone)
    player.play("Le pied de page", 1, foot, screen=screenshot())
    expired = fault("capability", "given", message="Aucune horloge.", capability="clock")
    player.play("Un mot de passe expiré", 0, expired)
    player.play("L'usager quitte", 0, fault("absent", "given", message="Le bouton « Valider » est introuvable."))
    player.play("Quitter abandonne", 0, fault("scope", "given", message="La cible ne revendique pas G35."))
    player.told.journal.scenario_started(player.told.pickles[player.named("L'image à recopier peut être écoutée")])


def invented_report(folder: Path, hostile: str = "", feature: Callable[[str], str] = str) -> RunReport:
    """Conclude the invented run under ``folder``."""
    write_register(folder / "features")
    run_dir = folder / "out" / f"{STARTED:%Y%m%d-%H%M%S}"
    crashed = every_verdict(run_dir, hostile, feature)
    return conclude(run_dir, folder / "features", crashed)


if __name__ == "__main__":
    report = invented_report(Path(sys.argv[1]))
    sys.stdout.write(report.summary() + "\n")
