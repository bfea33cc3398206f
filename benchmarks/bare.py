"""Plays the journeys bare: one site, one browser, a new context for each. ``python -m benchmarks.bare``."""

from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.journeys import JOURNEYS, Journey, Visit, to_authentication
from benchmarks.stopwatch import Stopwatch
from fakes.people import invent
from runner import browser as browsers
from runner.ground import Ground
from targets.profile import load

PROFILE = Path("targets/reference.toml")
CONTEXT = {"locale": "fr-FR", "timezone_id": "Europe/Paris"}


def main() -> None:
    """Play all of them, the first once more beforehand to warm the site and the browser up."""
    ground = Ground(load(PROFILE), "main")
    ground.start()
    try:
        with sync_playwright() as playwright:
            found = browsers.find(own=Path(playwright.chromium.executable_path))
            if found is None:
                raise SystemExit("no browser found; run: python -m runner.browser")
            browser = playwright.chromium.launch(**browsers.launch_args(found))
            _play_all(browser, ground)
            browser.close()
    finally:
        ground.stop()


def _play_all(browser: Browser, ground: Ground) -> None:
    watch = Stopwatch()
    for rank, journey in enumerate([to_authentication, *JOURNEYS.values()]):
        watch.read()
        _play(browser, ground, rank, journey)
    watch.read()
    watch.write()


def _play(browser: Browser, ground: Ground, rank: int, journey: Journey) -> None:
    context = browser.new_context(**CONTEXT)  # type: ignore[arg-type]
    person = invent(f"bench:{rank}", ground.levers.mailbox.address(f"bench{rank}"))
    journey(Visit(browser, context.new_page(), ground.profile.target.base_url, person, ground.levers))
    context.close()


if __name__ == "__main__":
    main()
