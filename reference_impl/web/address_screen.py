"""Screen 1 of « Mot de passe oublié » and « Mot de passe expiré »: an address, an image to copy (EP6-2-11, PER-3-6)."""

from enum import StrEnum
from typing import Protocol

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from reference_impl.domain.addresses import Address
from reference_impl.site import Site
from reference_impl.store.tables import Journey, Renewal
from reference_impl.web.desk import site, visitor, visitor_id
from reference_impl.web.forms import AddressForm


class Procedure(Protocol):
    """The module of a procedure that begins with an address."""

    def current(self, site: Site, session_id: int | None) -> Journey | Renewal | None:
        """The run of a session."""

    def begin(self, site: Site, session_id: int, address: Address) -> None:
        """Begin for an address, whether or not there is a space (G02, G20)."""


def add_to(pages: Blueprint, procedure: Procedure, steps: type[StrEnum], onward: str) -> None:
    """Give ``pages`` their first screen: the views ``address`` and ``take_address``, which leads to ``onward``."""

    @pages.get("")
    def address() -> ResponseReturnValue:
        """With the address typed before, if one comes back to it (G34)."""
        run = procedure.current(site(), visitor().row_id)
        typed = run.typed_address if run and run.reached is not type(run.reached).DONE else ""
        return _screen(pages, steps, AddressForm(formdata=None, address=typed))

    @pages.post("")
    def take_address() -> ResponseReturnValue:
        """A good address and a copied image lead on, whoever the address belongs to (G02, G20)."""
        form = AddressForm()
        if not form.validate():
            return _screen(pages, steps, form), 422
        procedure.begin(site(), visitor_id(), form.parsed)
        return redirect(url_for(onward), 303)


def _screen(pages: Blueprint, steps: type[StrEnum], form: AddressForm) -> str:
    bar = list(steps)
    return render_template(f"{pages.name}/address.html", steps=bar, step=bar[0], form=form, captcha=form.new_image())
