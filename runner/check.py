"""``focus check``: is everything in place for a verdict on this target? One line each, with the repair; no verdict.

From what needs least to what needs most: the profile, the site over HTTP, its levers, then a browser. What rests on
something that does not work is left out.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Request, sync_playwright

from reports import words
from reports.evidence import Redactor
from reports.register import SHEETS, Entry, Register, load_variants
from reports.register import load as load_register
from runner import browser as browsers
from runner import browsing, declared, gate, hours, reach, wall
from runner.findings import Finding, of_fault, works
from runner.ground import Ground
from runner.scene import Scene
from runner.visit import Visit, claimed
from targets.faults import Fault, ProfileError
from targets.hosts import canonical
from targets.lexicon import Lexicon
from targets.profile import Profile, load
from targets.web import Pace

LEVERS = ("clock", "clock.past", "mail", "captcha", "spaces", "recap")


def findings(path: Path, features: Path, *, browser: bool = True) -> Iterator[Finding]:
    """All that is found, as it is found; ``features`` is the folder that asks, ``browser`` whether one is started."""
    try:
        profile, register = _read(path, features)
    except ProfileError as refused:
        yield from (Finding("faute", "profil", line.removeprefix("- ")) for line in refused.message.splitlines()[1:])
        return
    yield works("profil", f"{path} se lit : {profile.target.name} {profile.target.version}")
    yield from _lacking(profile, register)
    if profile.start is None:
        answered = list(reach.home(profile, Pace(profile.target.rate)))
        yield from answered
        if _broken(answered):
            return
    yield from _on_the_ground(profile, features, browser)


def _read(path: Path, features: Path) -> tuple[Profile, Register]:
    profile, register = load(path), load_register(features)
    declared.check(profile, register, load_variants(features / "variantes.toml"), wall.now().date())
    return profile, register


def _lacking(profile: Profile, register: Register) -> Iterator[Finding]:
    """What each lever that is not declared costs, in requirements."""
    there = {*profile.capabilities} | ({"clock.past"} if getattr(profile.clock, "past", False) else set())
    for lever in (lever for lever in LEVERS if lever not in there):
        count = sum(lever in entry.capacites for entry in asked(register, profile.target.scope))
        if count:
            yield Finding("sans", words.lever(lever), f"non déclaré : {count} exigences resteront non concluantes")


def asked(register: Register, scope: Sequence[str]) -> Iterator[Entry]:
    """The requirements that a target with this scope is judged on."""
    for entry in register.entries.values():
        if entry.exclue is None and entry.claimed_by(scope):
            yield entry


def _on_the_ground(profile: Profile, features: Path, browser: bool) -> Iterator[Finding]:
    ground = Ground(profile, "check")
    try:
        ground.start()
        yield from _of_levers(ground, features, browser)
    except Fault as fault:
        yield of_fault("mise en place", fault)
    finally:
        ground.stop()


def _of_levers(ground: Ground, features: Path, browser: bool) -> Iterator[Finding]:
    profile = ground.profile
    if profile.start is not None:
        answered = list(reach.home(profile, ground.levers.pace))
        yield from answered
        if _broken(answered):
            return
    instants = _farthest(features) if profile.clock.kind != "none" else []
    moved = list(hours.moves(profile, ground.levers, instants))
    yield from moved
    if browser:
        reached = [instant for instant, told in zip(instants, moved, strict=False) if told.mark == "ok"]
        yield from _in_a_browser(ground, reached, moves=bool(moved) and not _broken(moved))


def _farthest(features: Path) -> list[datetime]:
    return hours.farthest(gate.read_features(features.parent, features.rglob("*.feature")))


def _in_a_browser(ground: Ground, instants: list[datetime], *, moves: bool) -> Iterator[Finding]:
    found = browsers.find()
    if found is None:
        yield Finding("faute", "navigateur", "aucun navigateur n'est là", "python -m runner.browser")
        return
    arguments = browsers.launch_args(found)
    rule = browsing.only(ground.profile.hosts)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(**{**arguments, "args": [*arguments["args"], rule]})
        outside: dict[str, None] = {}
        scene = _scene(ground, started, outside)
        if moves:
            scene.open(wall.now().replace(microsecond=0))
        yield from Visit(ground, scene, claimed(ground.profile.target.scope, SHEETS), instants).everything()
        yield from (_blocked(ground.profile, host) for host in outside)
        started.close()


def _scene(ground: Ground, browser: Browser, outside: dict[str, None]) -> Scene:
    """A scene like those of scenarios; hosts that pages ask for in vain are noted in ``outside``."""

    def note(request: Request) -> None:
        host = canonical(urlsplit(request.url).hostname or "")
        if host and host not in ground.profile.hosts:
            outside[host] = None

    def new_context(**told: Any) -> BrowserContext:
        context = browser.new_context(**{**browsing.context(ground.profile.target), **told})
        context.on("requestfailed", note)
        return context

    run_id = wall.now().isoformat()
    return Scene("focus check", 1, run_id, ground, Lexicon.load(ground.profile.lexicon), new_context, Redactor())


def _blocked(profile: Profile, host: str) -> Finding:
    listed = ", ".join(f'"{each}"' for each in (*profile.target.hosts, host))
    text = f"des pages demandent {host}, qui est bloqué"
    return Finding("avis", "hôtes", text, f"[target] hosts = [{listed}], si ces pages en ont besoin")


def _broken(found: list[Finding]) -> bool:
    return any(finding.mark == "faute" for finding in found)
