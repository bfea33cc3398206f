"""Requests that wait for their code: the code is drawn and mailed in one way, whatever it will activate."""

from datetime import datetime

from sqlalchemy.orm import Session

from reference_impl.mail import messages, outbox
from reference_impl.site import Site
from reference_impl.store import activations
from reference_impl.store.tables import Activation


def with_code(site: Site, db: Session, recipient: str, now: datetime) -> Activation:
    """A new request, to be registered, whose code goes to ``recipient`` and nowhere else (EP2-2-55, EP5-4-2)."""
    code = activations.draw_code()
    mail = outbox.enqueue(db, messages.activation_code(recipient, code, site.sender), recipient, now)
    return activations.mailed(code, mail, now)
