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
from reports.register import paragraph_hash
from reports.run import RunReport, conclude
from tests.reports.playing import STARTED, Told, fault, header, tell

FEATURE = """# language: fr
Fonctionnalité: Mot de passe oublié - 2 Mot de passe oublié sur le site

  Règle: Le mot de passe compte au moins vingt caractères

    @EP6-1.3-3
    Plan du scénario: Un mot de passe de <longueur> caractères est <effet>
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme un mot de passe de <longueur> caractères
      Alors le mot de passe est <effet>

      Exemples: la limite et juste en dessous
        | longueur | effet   |
        | 20       | accepté |
        | 19       | refusé  |

  Règle: Le nouveau mot de passe vaut trois ans

    @EP6-2-26 @EP6-2-27 @C04
    Plan du scénario: Changé le <jour>, il vaut jusqu'au <fin>
      Étant donné un usager qui change son mot de passe le <jour>
      Quand l'usager valide son nouveau mot de passe
      Alors l'écran annonce une validité jusqu'au <fin>
      Et le courriel de confirmation annonce la même date

      Exemples: une date que la fiche donne
        | jour       | fin          |
        | 06/06/2023 | 05 juin 2026 |

      @avertissement
      Exemples: des dates que seule notre lecture explique
        | jour       | fin             |
        | 01/03/2024 | 28 février 2027 |

  Règle: Un courriel confirme le changement

    @EP6-2-31
    Scénario: Un seul courriel part, vers l'usager
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager valide son nouveau mot de passe
      Alors il reçoit ce courriel et aucun autre
        | objet | Espace professionnel - Modification du mot de passe |
        | pour  | l'adresse de l'usager                               |

    @EP6-2-32
    Scénario: Le courriel part même si la messagerie a tardé
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager valide son nouveau mot de passe
      Alors il reçoit le courriel de confirmation

  Règle: La barre d'étapes guide l'usager

    @EP6-2-10
    Scénario: Les quatre étapes sont annoncées dans l'ordre
      Quand l'usager ouvre « Mot de passe oublié »
      Alors la barre d'étapes est
        \"\"\"
        Adresse électronique de connexion > Réponse à la question de confiance > Nouveau mot de passe > Récapitulatif
        \"\"\"

    @EP6-2-12
    Scénario: L'adresse saisie est rappelée à l'écran suivant
      Quand l'usager passe à l'écran « Réponse à la question de confiance »
      Alors son adresse y est rappelée, sans pouvoir être changée

    @EP6-2-13
    Scénario: L'image à recopier peut être changée
      Quand l'usager demande une autre image
      Alors une autre image s'affiche

    @EP6-2-14
    Scénario: L'image à recopier peut être écoutée
      Quand l'usager demande l'extrait sonore
      Alors un son est proposé

    @EP6-2-28
    Scénario: Le pied de page est celui de l'administration
      Quand l'usager arrive au récapitulatif
      Alors le pied de page est « Direction générale des Finances publiques »

    @EP6-2-29
    Scénario: L'usager quitte la procédure quand il veut
      Étant donné un usager rendu au récapitulatif
      Quand l'usager choisit « Quitter »
      Alors l'accueil du site s'affiche

    @G35
    Scénario: Quitter abandonne la procédure
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager choisit « Quitter »
      Alors la procédure est à reprendre depuis le début

    @EP6-2-33 @G18
    Scénario: Un mot de passe expiré peut être remplacé
      Étant donné un usager dont le mot de passe est expiré
      Quand l'usager suit la procédure « Mot de passe oublié »
      Alors il peut se connecter avec son nouveau mot de passe
"""
SHEET = """[fiche]
code = "EP6"
titre = "Mot de passe oublié"
edition = "29/02/2024"
[fiche.parcours]
2 = "Les quatre étapes sont annoncées dans l'ordre"
"1.3" = "Un scénario que personne n'a joué"
[fiche.sections]
0 = "Couverture"
"1.3" = "Précision sur le champ de cette procédure"
2 = "Mot de passe oublié sur le site"
"""
STATEMENTS = {
    "EP6-0-1": ("Page de garde de la fiche.", 'exclue = "Page de garde du document : rien à observer sur un site."'),
    "EP6-1.3-3": ("Le mot de passe compte au moins 20 caractères.", 'texte = "(20 caractères minimum)"'),
    "EP6-2-10": ("La procédure compte quatre étapes, annoncées dans l'ordre.", 'genre = "screen"'),
    "EP6-2-12": ("L'adresse saisie est rappelée à l'écran suivant.", 'genre = "screen"'),
    "EP6-2-13": ("L'image à recopier peut être changée.", ""),
    "EP6-2-14": ("L'image à recopier peut être écoutée.", ""),
    "EP6-2-26": (
        "Le nouveau mot de passe vaut trois ans, jusqu'à la veille du troisième anniversaire.",
        'texte = "Ce mot de passe est valable jusqu\'au 05 juin 2026."\ndepend = ["C04"]',
    ),
    "EP6-2-27": ("Le courriel de confirmation annonce la même date que l'écran.", ""),
    "EP6-2-28": ("Le pied de page nomme l'administration.", 'niveau = "avertissement"'),
    "EP6-2-29": ("« Quitter » ramène à l'accueil du site.", ""),
    "EP6-2-31": (
        "Un courriel confirme le changement, et un seul.",
        'genre = "mail"\ntexte = ["Espace professionnel - Modification du mot de passe", "Bonjour,"]',
    ),
    "EP6-2-32": ("Le courriel de confirmation part dès la validation.", 'genre = "mail"'),
    "EP6-2-33": ("Un mot de passe expiré peut être remplacé par la procédure d'oubli.", ""),
    "EP6-2-40": ("Sauvegarde du récapitulatif par le navigateur.", 'exclue = "Geste propre au navigateur."'),
    "C04": ("Trois ans moins un jour : la veille de l'anniversaire est comprise.", 'niveau = "avertissement"'),
    "G18": ("Un espace dont le mot de passe est expiré suit la même procédure.", 'niveau = "avertissement"'),
    "G35": ("Quitter abandonne la procédure en cours.", 'niveau = "avertissement"'),
}
VARIANTS = """["C11"]
question = "Le récapitulatif d'inscription donne-t-il la réponse ?"
defaut = "sans_reponse"
["C11".lectures]
sans_reponse = "Le récapitulatif d'inscription tait la réponse."
avec_reponse = "Il la donne."
"""


def write_register(features: Path) -> None:
    """The register of the invented sheet, and one variant."""
    tables = [SHEET]
    for key, (statement, more) in STATEMENTS.items():
        fields = {"section": f'"{key.split("-")[1]}"' if "-" in key else '""', "enonce": f'"{statement}"'}
        fields |= {"genre": '"rule"', "niveau": '"bloquant"', "source": f'["{paragraph_hash(key)}"]'}
        fields |= dict(line.split(" = ", 1) for line in more.splitlines())
        tables.append(f'["{key}"]\n' + "\n".join(f"{name} = {value}" for name, value in fields.items()))
    (features / "ep6").mkdir(parents=True, exist_ok=True)
    (features / "ep6" / "exigences.toml").write_text("\n\n".join(tables), encoding="utf-8")
    (features / "variantes.toml").write_text(VARIANTS, encoding="utf-8")


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
