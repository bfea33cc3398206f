"""The page says everything, loads nothing, and lets nothing of the target run."""

import base64
import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest

from reports import html
from reports.basis import duration, paris
from reports.mail_view import mail_view, words_of
from reports.verdict import Verdict
from reports.words import MEANINGS, VERDICTS
from tests.reports.invented import invented_report

HOSTILE = "</pre></style></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}\x00"
VOID = {"meta", "img", "input", "br", "link"}


class Page(HTMLParser):
    """The tags of a page, with the text of the title levels."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (attributes for name, attributes in self.tags if name == tag)


def html_of(folder: Path, hostile: str = "") -> str:
    report = invented_report(folder, hostile, lambda text: text.replace("vers l'usager", f"vers {HOSTILE[:-1]}"))
    return (report.run_dir / "rapport.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    return html_of(tmp_path_factory.mktemp("html"), HOSTILE)


@pytest.fixture(scope="module")
def parsed(text: str) -> Page:
    return Page(text)


def test_nothing_of_the_target_becomes_a_tag(parsed: Page) -> None:
    names = {name for name, _ in parsed.tags}
    assert not names & {"iframe", "object", "embed", "link", "form", "base", "svg", "b"}
    assert "alert(1)" in "".join(parsed.words)


def test_the_only_script_is_ours(text: str) -> None:
    ours = (Path(html.__file__).parent / "templates" / "rapport.js").read_text(encoding="utf-8")
    assert re.findall(r"<script[^>]*>(.*?)</script>", text, re.DOTALL) == [ours]


def test_nothing_of_the_target_becomes_an_attribute(parsed: Page) -> None:
    named = {attribute for _, attributes in parsed.tags for attribute in attributes}
    assert not [attribute for attribute in named if attribute.startswith("on") or attribute == "style"]


def test_nothing_is_loaded_and_links_stay_in_the_page_or_lead_beside_it(parsed: Page) -> None:
    anchors = {attributes["id"] for _, attributes in parsed.tags if "id" in attributes}
    assert {str(image["src"]).partition(",")[0] for image in parsed.all("img")} == {"data:image/png;base64"}
    links = [str(link["href"]) for link in parsed.all("a")]
    outside = [link for link in links if not link.startswith("#") or link[1:] not in anchors]
    beside = [link for link in outside if not link.startswith("evidence/")]
    assert {link.partition("#")[0] for link in beside} == {"couverture.html", "contradictions.html", "fiches/EP6.html"}
    assert [link.rpartition("-")[2] for link in outside if link not in beside] == ["confirmation.eml", "document.json"]


def test_ids_are_unique(parsed: Page) -> None:
    ids = [attributes["id"] for _, attributes in parsed.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_every_tag_is_closed(parsed: Page) -> None:
    assert parsed.open == []


@pytest.mark.parametrize(("tag", "directive"), [("style", "style-src"), ("script", "script-src")])
def test_the_policy_allows_what_is_ours_by_its_hash_and_nothing_else(
    text: str, parsed: Page, tag: str, directive: str
) -> None:
    policy = next(str(meta["content"]) for meta in parsed.all("meta") if "http-equiv" in meta)
    ours = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
    assert ours is not None
    digest = base64.b64encode(hashlib.sha256(ours[1].encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"{directive} 'sha256-{digest}';" in policy


def test_templates_of_the_target_are_not_interpreted(text: str) -> None:
    assert "{{ 7*7 }}" in text


def test_the_page_speaks_french_and_has_its_landmarks(parsed: Page) -> None:
    assert [attributes["lang"] for attributes in parsed.all("html")] == ["fr"]
    names = [name for name, _ in parsed.tags]
    assert [names.count(landmark) for landmark in ("header", "nav", "main", "footer", "h1")] == [1, 1, 1, 1, 1]


def test_headings_never_skip_a_level(parsed: Page) -> None:
    levels = [int(name[1]) for name, _ in parsed.tags if re.fullmatch("h[1-6]", name)]
    assert all(following <= level + 1 for level, following in pairwise(levels))


def test_every_image_has_words(parsed: Page) -> None:
    assert all(image["alt"] for image in parsed.all("img"))


def test_the_verdict_comes_first_in_a_sentence(tmp_path: Path) -> None:
    html = html_of(tmp_path)
    assert "<h1>Espace Facile 3.2 n&#39;est pas conforme\u00a0: 3 exigences sur 15 sont enfreintes.</h1>" in html


@pytest.mark.parametrize(
    "said",
    [
        "samedi 21 novembre 2026 à 10\u00a0h\u00a000 (heure de Paris)",
        "Étant donné",
        "jusqu'au 05 juin 2026",
        "Attendu",
        "Constaté",
        "‹réponse 1›",
        "Doublon connu",
        "X-Original-SHA256",
        "Rejouer :",
        "Pour conclure, la cible doit offrir ce levier : horloge.",
        "Vérifier [door] token.",
        "Le processus d'exécution gw1 s'est arrêté pendant ce scénario.",
        "Page de garde du document : rien à observer sur un site.",
        "Le récapitulatif d'inscription tait la réponse.",
        "Écran « Récapitulatif », encadré : ce qui est constaté, « 06 juin 2026",
        "✕ absente",
        "EP\u00a06 : 29/02/2024",
        "Espace professionnel - Modification du mot de passe",
        *VERDICTS.values(),
    ],
)
def test_the_page_says(parsed: Page, said: str) -> None:
    shown = re.sub(r"\s*\n\s*", " ", "".join(parsed.words))
    assert said.replace("\u00a0", " ") in shown.replace("\u00a0", " ")


def test_no_line_breaks_before_a_french_sign_but_what_is_copied_or_compared_stays(tmp_path: Path) -> None:
    html = html_of(tmp_path)
    prose = re.sub(r"<(style|script|code|pre|dd|q|samp)\b.*?</\1>|<[^>]*>", "|", html, flags=re.DOTALL)
    assert not re.search("« | [:;?!»]", prose)
    assert "\u00a0" not in "".join(re.findall(r"<(?:code|samp|pre)\b.*?</", html, re.DOTALL))


@pytest.mark.parametrize("verdict", [Verdict.CONFORME, Verdict.NON_TESTE])
def test_the_words_of_the_count_are_explained(parsed: Page, verdict: Verdict) -> None:
    assert MEANINGS[verdict] in "".join(parsed.words)


def test_the_command_of_the_run_can_be_pasted(text: str) -> None:
    assert "<code>uv run pytest features --target espace-facile.toml" in text
    assert " --seed 42</code>" in text


def test_what_failed_is_told_first_under_its_requirement(tmp_path: Path) -> None:
    html = html_of(tmp_path).partition('id="EP6-2-26"')[2].partition("</article>")[0]
    shown = re.findall(r'class="scenario (\w+)', html)
    assert shown == sorted(shown, key=list(Verdict).index)


def test_the_failing_step_is_marked_and_its_scenario_open(parsed: Page) -> None:
    assert sum("open" in details for details in parsed.all("details")) == 3
    assert sum("culprit" in str(item.get("class")) for item in parsed.all("li")) == 8


def test_a_secret_of_a_mail_is_not_in_the_page(text: str) -> None:
    assert "Foxy" not in text


def test_each_requirement_is_there_once_in_the_order_of_the_sheet(parsed: Page) -> None:
    ids = [str(article["id"]) for article in parsed.all("article")]
    assert ids[:4] == ["EP6-0-1", "EP6-1.3-3", "EP6-2-10", "EP6-2-12"]
    assert ids[-3:] == ["C04", "G18", "G35"]


def test_the_invented_run_has_every_verdict(tmp_path: Path) -> None:
    report = invented_report(tmp_path)
    assert {one.verdict for one in report.judgement.requirements} == set(Verdict)


def test_a_date_is_read_in_paris() -> None:
    assert paris(datetime(2026, 7, 13, 22, 30, tzinfo=UTC)) == "mardi 14 juillet 2026 à 0\u00a0h\u00a030"


@pytest.mark.parametrize(("seconds", "said"), [(3.24, "3,2 s"), (125, "2 min 05 s")])
def test_a_duration_is_said_in_french(seconds: float, said: str) -> None:
    assert duration(seconds) == said


MAILS = {
    "empty": b"",
    "binary": b"\xff\xfe",
    "hostile": b"Subject: x\n\n" + HOSTILE.encode(),
    "folded": b"From: a\n b\n\nc",
}


@pytest.mark.parametrize("case", MAILS)
def test_any_mail_can_be_shown(case: str) -> None:
    assert mail_view(MAILS[case]).raw == MAILS[case].decode("utf-8", "replace")


@pytest.mark.parametrize("opened", ["<", "<a ", "<!--", "<!-->", "<a b='", "<?", "<![CDATA["])
def test_what_a_mail_opens_a_hundred_thousand_times_and_never_closes_is_read_at_once(opened: str) -> None:
    began = process_time()
    assert words_of("<p>a < b</p>" + opened * (200_000 // len(opened))).startswith("a < b")
    assert process_time() - began < 10
