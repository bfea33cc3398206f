"""The secrets of the site: drawn once, the same after a restart."""

import secrets

from sqlalchemy.orm import Session

from reference_impl.store.tables import SiteKey

FORMS = "forms"
DECOYS = "decoys"


def get(db: Session, name: str) -> bytes:
    """The key of that name, drawn if this is the first time."""
    key = db.get(SiteKey, name)
    if key is None:
        key = SiteKey(name=name, value=secrets.token_bytes(32))
        db.add(key)
    return key.value
