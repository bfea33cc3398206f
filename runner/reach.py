"""Does the site answer where its profile says, and nowhere else? Asked over HTTP, before any browser is started."""

from collections.abc import Iterator

import httpx

from runner.findings import Finding, works
from targets.hosts import canonical, is_production
from targets.profile import Profile
from targets.web import Pace

HOPS = 10
TIMEOUT_S = 10
_REPAIRS = {
    401: '[target] credentials = { user = "…", password = "${NOM}" }, ou [target] headers',
    403: "[target] headers ou credentials, si ce site n'est ouvert qu'à certains",
    404: "[target] base_url : l'adresse de l'accueil du site",
    407: "joindre ce site sans mandataire",
}


def home(profile: Profile, pace: Pace) -> Iterator[Finding]:
    """What the home page of a resolved profile answers with, redirects followed one by one: never into production."""
    url = profile.target.base_url
    with _client(profile, pace) as client:
        for _ in range(HOPS):
            try:
                response = client.get(url)
            except httpx.HTTPError as error:
                yield _unreached(url, error)
                return
            if response.next_request is None:
                yield _answered(url, response)
                return
            url = str(response.next_request.url)
            if astray := _astray(profile, canonical(response.next_request.url.host), url):
                yield astray
                return
    yield Finding("faute", "site", f"{profile.target.base_url} redirige sans fin", "[target] base_url")


def _client(profile: Profile, pace: Pace) -> httpx.Client:
    target = profile.target
    secret = target.credentials
    return httpx.Client(
        verify=not target.ignore_https_errors,
        timeout=TIMEOUT_S,
        trust_env=False,
        headers={name: value.get_secret_value() for name, value in target.headers.items()},
        auth=(secret.user, secret.password.get_secret_value()) if secret else None,
        event_hooks={"request": [pace.turn]},
    )


def _unreached(url: str, error: httpx.HTTPError) -> Finding:
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        repair = "[target] ignore_https_errors = true, si ce certificat est celui d'un site d'essai"
        return Finding("faute", "site", f"le certificat de {url} n'est pas reconnu", repair)
    text = f"rien ne répond à {url} ({type(error).__name__})"
    return Finding("faute", "site", text, "démarrer le site, ou corriger [target] base_url")


def _astray(profile: Profile, host: str, url: str) -> Finding | None:
    if is_production(host):
        text = f"l'accueil redirige vers {host} : c'est le site de production, il n'est jamais piloté"
        return Finding("faute", "production", text, "[target] base_url : l'adresse d'un site d'essai")
    if host in profile.hosts:
        return None
    listed = ", ".join(f'"{each}"' for each in (*profile.target.hosts, host))
    text = f"l'accueil redirige vers {url}, que le profil ne nomme pas"
    return Finding("faute", "site", text, f"[target] hosts = [{listed}]")


def _answered(url: str, response: httpx.Response) -> Finding:
    status = response.status_code
    if status >= 400:
        repair = _REPAIRS.get(status, "le journal du site dit pourquoi")
        return Finding("faute", "site", f"l'accueil {url} répond {status}", repair)
    kind = response.headers.get("content-type", "sans type").partition(";")[0]
    if kind not in ("text/html", "application/xhtml+xml"):
        return Finding("faute", "site", f"l'accueil {url} n'est pas une page ({kind})", "[target] base_url")
    return works("site", f"l'accueil répond à {url}")
