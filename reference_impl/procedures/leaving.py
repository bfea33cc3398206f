"""« Quitter »: what every procedure does when it is given up (G35)."""

from reference_impl.site import Recollection, Site
from reference_impl.store import runs
from reference_impl.store.runs import Run


def give_up(site: Site, kind: type[Run], typed: Recollection, session_id: int | None) -> None:
    """Drop the session's run of that kind, if it has one, and what was ``typed`` in it."""
    with site.database.begin() as db:
        dropped = runs.drop(db, kind, session_id)
    if dropped is not None:
        typed.forget(dropped)
