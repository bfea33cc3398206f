"""The reference site as staging sites sometimes are: its clock moves, something of it does not follow.

``python odd_site.py ODDITY ARGUMENTS``: « dated-cookies » give their end by the moved clock, under a Date that stays;
« still-pages » count the days of a password from the start of the site.
"""

import sys
from datetime import timedelta
from types import SimpleNamespace

from flask import Response

from reference_impl import __main__, clock
from reference_impl.domain import validity
from reference_impl.web import space


def dated_cookies() -> None:
    sound = Response.set_cookie

    def dated(self, *told, **more):
        sound(self, *told, **more, expires=clock.now() + timedelta(hours=1))

    Response.set_cookie = dated


def still_pages() -> None:
    start = clock.now()
    space.validity = SimpleNamespace(expiry=lambda *_: validity.expiry(start, start))


ODDITIES = {"dated-cookies": dated_cookies, "still-pages": still_pages}

if __name__ == "__main__":
    ODDITIES[sys.argv[1]]()
    __main__.main(sys.argv[2:])
