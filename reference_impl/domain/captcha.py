"""When a copied captcha is right (C21, G36): in time and the same signs, whatever their case. Used once: see store."""

import hmac
from datetime import datetime, timedelta

LIFETIME = timedelta(minutes=10)


def accepts(answer: str, drawn_at: datetime, typed: str, now: datetime) -> bool:
    """Whether ``typed`` is the ``answer`` of an image drawn at ``drawn_at`` and still alive."""
    same = hmac.compare_digest(answer.casefold().encode(), typed.strip().casefold().encode())
    return same and now - drawn_at <= LIFETIME
