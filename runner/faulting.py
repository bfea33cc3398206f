"""What was raised, turned into what the journal says of it; the ground is checked before the target is blamed."""

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError

from reports.facts import FaultRecord
from targets.faults import EnvironmentFault, Fault, SiteError

if TYPE_CHECKING:
    from reports.verdict import Kind, Phase
    from runner.ground import Ground

DOUBTED = ("unmet", "absent", "site_error", "configuration", "environment")
"""What a ground that has given way explains better: a dead site keeps no promise, and its door answers nonsense."""
NONSENSE = ("ERR_TOO_MANY_REDIRECTS", "ERR_EMPTY_RESPONSE", "ERR_INVALID_RESPONSE", "ERR_INVALID_HTTP_RESPONSE")
GROUND_GONE = (
    "net::ERR_",
    "has been closed",
    "crashed",
    "Connection closed",
    "browser has disconnected",
    "ECONNREFUSED",
)


def record(error: BaseException, phase: "Phase", ground: "Ground | None") -> FaultRecord:
    """The fault of ``error`` raised in ``phase``."""
    fault = _named(error)
    if fault.kind in DOUBTED and ground is not None and (gone := ground.gone()):
        fault = EnvironmentFault(gone, seen=fault.message)
    told = {name: getattr(fault, name, None) for name in ("expected", "seen", "screen", "repair", "capability")}
    return FaultRecord(kind=_kind(fault), phase=phase, message=fault.message, **told)


def _kind(fault: Fault) -> "Kind":
    return "configuration" if fault.kind == "profile" else fault.kind  # type: ignore[return-value]


def _named(error: BaseException) -> Fault:
    """``error`` as one of the faults of the harness's own vocabulary."""
    if isinstance(error, Fault):
        return error
    said = f"{type(error).__name__} ({_place(error)}) : {error}".strip()
    if isinstance(error, PlaywrightError) and any(sign in said for sign in NONSENSE):
        return SiteError("Le site a répondu par ce qu'aucun navigateur ne peut suivre.", expected="une page", seen=said)
    if isinstance(error, PlaywrightError) and any(sign in said for sign in GROUND_GONE):
        return EnvironmentFault("Le navigateur ou le site n'est plus joignable.", seen=said)
    # Checks of ours raise faults of ours: a bare assertion or a timeout that no screen expected is the harness's own.
    return Fault(f"Le harnais lui-même a échoué : {said}")


def _place(error: BaseException) -> str:
    """Where ``error`` was raised: file and line."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
