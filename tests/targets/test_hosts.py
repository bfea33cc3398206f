"""Production is recognised however it is written; a name that only looks like it is not production."""

import pytest

from targets.hosts import is_production


@pytest.mark.parametrize(
    "host",
    [
        "impots.gouv.fr",
        "www.impots.gouv.fr",
        "IMPOTS.gouv.FR",
        "impots.gouv.fr.",
        "impots.gouv.fr..",
        "impots.gouv.fr:443",
        " impots.gouv.fr",
        "cfspro-idp.impots.gouv.fr.:8443",
        "ｉｍｐｏｔｓ.gouv.fr",
        "impots。gouv。fr",
        "im\u00adpots.gouv.fr",
        "%69mpots.gouv.fr",
        "[impots.gouv.fr]",
    ],
)
def test_production(host):
    assert is_production(host)


@pytest.mark.parametrize(
    "host", ["notimpots.gouv.fr", "impots.gouv.fr.site.test", "impots-gouv.fr", "127.0.0.1:80", "[::1]:80", "::1", ""]
)
def test_not_production(host):
    assert not is_production(host)
