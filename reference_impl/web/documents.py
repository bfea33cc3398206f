"""The recap as a file to be kept: for the owner of a space, and for the session that has activated it (G31)."""

from flask import Response

from reference_impl import clock, recap
from reference_impl.store.tables import Space


def recap_of(space: Space, layout: recap.Layout) -> Response:
    """The recap of the space, under the name « recapitulatif-<subscriber number>.pdf »."""
    name = f"recapitulatif-{space.subscriber_number}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    document = recap.recap_pdf(_facts(space), clock.now(), layout)
    return Response(document, mimetype="application/pdf", headers=headers)


def _facts(space: Space) -> recap.RecapFacts:
    return recap.RecapFacts(
        last_name=space.last_name,
        first_name=space.first_name,
        subscriber_number=space.subscriber_number,
        phone=space.phone,
        email=space.email,
        address_line=space.postal_address.line(),
        question=space.question,
    )
