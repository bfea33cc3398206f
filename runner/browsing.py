"""How a browser behaves at a target: its pace, its credentials, its sizes of window, the banner that it is shown."""

import hashlib
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import HttpCredentials, Locator, Page, Route

from targets.names import named
from targets.sections import Target
from targets.web import Pace

PACED = ("document", "xhr", "fetch")
"""What counts as a request: pages and calls, not the images and styles of a page."""


def only(hosts: Iterable[str]) -> str:
    """The browser's argument that lets it find these hosts and no other."""
    return f"--host-resolver-rules=MAP * ~NOTFOUND, {', '.join(f'EXCLUDE {host}' for host in hosts)}"


def context(target: Target) -> dict[str, Any]:
    """The settings of a browser context at a target: a French browser; each window adds its time zone."""
    return {
        "locale": target.locale,
        "ignore_https_errors": target.ignore_https_errors,
        "extra_http_headers": {name: value.get_secret_value() for name, value in target.headers.items()},
        **({"http_credentials": credentials(target)} if target.credentials else {}),
    }


def behave(page: Page, target: Target, pace: Pace) -> None:
    """Make ``page`` keep to what the profile says of pace and banner.

    A bounded pace has a price: what the browser had in its cache is asked for again.
    """
    if target.rate is not None:
        page.context.route("**/*", lambda route: _in_turn(route, pace))
    if target.consent is not None:
        name = named([target.consent]).pattern
        button = page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name))
        page.add_locator_handler(button.first, _press)


def credentials(target: Target) -> HttpCredentials | None:
    """HTTP basic authentication, sent to the target itself only."""
    if target.credentials is None:
        return None
    user, password = target.credentials.user, target.credentials.password.get_secret_value()
    address = urlsplit(target.base_url)
    return {"username": user, "password": password, "origin": f"{address.scheme}://{address.netloc}"}


def viewport(target: Target, scenario: str) -> dict[str, Any]:
    """The size of window of a scenario: always the same for the same one, all of them in turn over a whole run."""
    if not target.viewports:
        return {}
    rank = int.from_bytes(hashlib.sha256(scenario.encode()).digest()[:4], "big")
    width, _, height = target.viewports[rank % len(target.viewports)].partition("x")
    return {"viewport": {"width": int(width), "height": int(height)}}


def _in_turn(route: Route, pace: Pace) -> None:
    if route.request.resource_type in PACED:
        pace.turn()
    route.continue_()


def _press(button: Locator) -> None:
    button.click()
