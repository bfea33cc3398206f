"""The invented run with what the pages beside its report need: features, editions, contradictions, gaps."""

from pathlib import Path

from reports import editions
from reports.run import RunReport
from tests.reports.invented import invented_report
from tests.reports.invented_sheet import FEATURE, STATEMENTS

TOPIC = """
["C11"]
enonce = "La réponse y figure ou non."
genre = "rule"
niveau = "bloquant"
"""
CONTRADICTIONS = """
["C04"]
sujet = "Trois ans, ou 1 095 jours"
raison = "Une règle écrite l'emporte (EP6-2-26)."
lectures = [
    {dit = "Trois ans.", ou = ["EP6-2"]},
    {dit = "1 095 jours.", ou = ["EP6-1.3", "EP6-2"]},
]
"""
GAPS = """
["G18"]
question = "Et si le mot de passe a expiré ?"
raison = "Il n'y a pas d'autre chemin."
ou = ["EP6-2"]
"""


def write_features(features: Path, text: str) -> None:
    """All but the register of the sheet, which the invented run writes itself."""
    (features / "ep6").mkdir(parents=True)
    (features / "ep6" / "oubli.feature").write_text(text, "utf-8")
    known = [id_ for id_ in STATEMENTS if "-" in id_ and id_ != "EP6-2-40"]
    read = [paragraph for id_ in (*known, "un titre") for paragraph in editions.paragraphs(id_)]
    (features / "ep6" / "edition.toml").write_text(editions.recorded("EP6", "29/02/2024", read), "utf-8")
    (features / "exigences.toml").write_text(TOPIC, "utf-8")
    for name, told in (("contradictions", CONTRADICTIONS), ("lacunes", GAPS)):
        (features / f"{name}.toml").write_text(told, "utf-8")


def report_with_pages(folder: Path, hostile: str = "") -> RunReport:
    """The invented run; ``hostile`` stands in the site's own words and in the name of a scenario."""
    said = f"vers {hostile}" if hostile else "vers l'usager"
    write_features(folder / "features", FEATURE.replace("vers l'usager", said))
    return invented_report(folder, hostile, lambda text: text.replace("vers l'usager", said))
