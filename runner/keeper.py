"""What is kept of a scenario, as far as ``--evidence`` asks for it: screens, mails, documents, walks.

Nothing here may cost a verdict: what cannot be seen any more, or cannot be read, is left out.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Error as PlaywrightError

from reports import facts
from reports.evidence import MAIL
from reports.facts import Document, EvidenceLevel, Mark, Sight
from reports.verdict import Phase
from runner.scene import Scene
from steps.screens.picture import Picture
from steps.screens.window import Window
from steps.user import User
from targets.faults import Fault
from targets.letter import Letter

Kept = tuple[bytes | str, str, str]
"""Content, media type, name."""
PICTURE = "image/webp"
UNREADABLE = "(document illisible)"


@dataclass
class Keeper:
    """One per process. What was kept of the scenario being played is not kept twice; ``steps`` counts its walk."""

    level: EvidenceLevel
    steps: int = 0
    _kept: set[str] = field(default_factory=set)

    def begin(self) -> None:
        """Another scenario begins."""
        self._kept.clear()
        self.steps = 0

    def of_failure(self, scene: Scene | None, judged: str | None) -> Iterator[Kept]:
        """What a step that stops the scenario shows; ``judged``: what was seen in the place of what was expected."""
        if scene is not None and self.level != "none":
            yield from self._screens(scene, judged or "")
            yield from self._papers(scene)

    def of_success(self, scene: Scene | None, phase: Phase, *, last: bool) -> Iterator[Kept]:
        """What a step that kept its promise shows; the last one of a walk ends it with a picture."""
        if scene is None or self.level != "full":
            return
        if scene.walked:
            if last:  # the screen that the last press has led to, then what came of it
                yield from self._view(scene.windows[0]) if scene.windows else ()
                yield from self._papers(scene)
        elif phase in ("when", "then"):
            yield from self._screens(scene, "")
            yield from self._papers(scene)

    def of_walk(self, scene: Scene, window: Window) -> Iterator[Kept]:
        """The next picture of a walk, after the mails and documents that came before it."""
        yield from self._papers(scene)
        yield from self._view(window)

    def _view(self, window: Window) -> Iterator[Kept]:
        try:
            picture = window.illustration()
        except PlaywrightError:
            return
        self.steps += 1
        yield from _picture(picture, f"vue-{self.steps:02d}", self.steps)

    def _screens(self, scene: Scene, judged: str) -> Iterator[Kept]:
        for rank, window in enumerate(scene.windows, 1):
            try:
                picture = window.picture(judged)
            except PlaywrightError:
                continue  # the browser is gone: the fault itself says so
            if self._new(hashlib.sha256(picture.content).hexdigest()):
                yield from _picture(picture, f"ecran-{rank}")

    def _papers(self, scene: Scene) -> Iterator[Kept]:
        """Mails, then documents, that have come since."""
        for letter in _letters(scene):
            if self._new(f"{letter.order}:{hashlib.sha256(letter.raw).hexdigest()}"):
                yield letter.raw, MAIL, f"courriel-{letter.order}.eml"
        for rank, content in enumerate((each for window in scene.windows for each in window.saved), 1):
            if self._new(sha256 := hashlib.sha256(content).hexdigest()):
                document = _document(f"document-{rank}.pdf", content, sha256, scene)
                yield document.model_dump_json(), facts.DOCUMENT, f"document-{rank}.json"

    def _new(self, mark: str) -> bool:
        known = mark in self._kept
        self._kept.add(mark)
        return not known


def _picture(picture: Picture, name: str, step: int = 0) -> Iterator[Kept]:
    marks = tuple(Mark(act=act, name=called) for act, called in picture.marks)
    sight = Sight(picture=f"{name}.webp", screen=picture.screen, marks=marks, step=step)
    yield picture.content, PICTURE, f"{name}.webp"
    yield sight.model_dump_json(), facts.SIGHT, f"{name}.json"


def _letters(scene: Scene) -> Iterator[Letter]:
    if "mail" not in scene.ground.profile.capabilities:
        return
    try:
        yield from scene.letters()
    except Fault:
        return  # the catcher is gone, or the ground was never set up: the fault itself says so


def _document(name: str, content: bytes, sha256: str, scene: Scene) -> Document:
    from steps.recap import read_recap  # a step module: pytest rewrites its assertions before anybody imports it

    clean = scene.redactor.clean
    try:
        recap = read_recap("", content)
        text, pages = recap.text, recap.pages
    except Exception:  # noqa: BLE001 - a hostile document may break its reader in any way
        text, pages = UNREADABLE, 0
    typed = tuple((label, clean(value)) for user in scene.users[:1] for label, value in _typed(user) if value)
    return Document(name=name, pages=pages, sha256=sha256, text=clean(text), typed=typed)


def _typed(user: User) -> Iterator[tuple[str, str]]:
    person, home = user.person, user.person.address
    yield from (("Nom", person.last_name), ("Prénom", person.first_name), ("Téléphone", person.phone))
    yield from (("Adresse électronique", user.email), ("Numéro d'abonné", user.subscriber_number))
    yield "Voie", " ".join(part for part in (home.number, home.kind, home.street) if part)
    yield "Ville", " ".join(part for part in (home.postcode, home.city) if part)
    yield "Question de confiance", user.question
