"""What was raised, turned into what the journal says of it; the ground is checked before the target is blamed."""

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from reports.facts import FaultRecord
from targets.faults import EnvironmentFault, Fault, Unmet

if TYPE_CHECKING:
    from reports.verdict import Kind, Phase
    from runner.ground import Ground

DOUBTED = ("unmet", "absent", "site_error", "configuration", "environment")
"""What a ground that has given way explains better: a dead site keeps no promise, and its door answers nonsense."""
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
    if isinstance(error, PlaywrightError) and any(sign in said for sign in GROUND_GONE):
        return EnvironmentFault("Le navigateur ou le site n'est plus joignable.", seen=said[:800])
    if isinstance(error, PlaywrightTimeout):
        return Unmet("La page n'a pas répondu à temps.", expected="une réponse de la page", seen=said[:800])
    if isinstance(error, AssertionError):
        return Unmet(said[:800])
    return Fault(f"Le harnais lui-même a échoué : {said[:800]}")


def _place(error: BaseException) -> str:
    """Where ``error`` was raised: file and line."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
