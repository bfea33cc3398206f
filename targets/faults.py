"""What can go wrong while a scenario is played, named by whose fault it is.

The runner writes the kind of the fault in the journal; ``reports.verdict`` alone turns kind and phase into a
verdict (table of the README, "Verdicts").
"""

from typing import ClassVar


class Fault(Exception):
    """Something that stops a scenario. ``message`` is in French: product owners and vendors read it.

    ``expected`` and ``seen`` are what the sheet promises and what was observed, as a person would say it.
    ``repair`` tells the vendor what to do (a line of the profile, a command), when it is known.
    """

    kind: ClassVar[str] = "harness"

    def __init__(
        self,
        message: str,
        *,
        expected: str | None = None,
        seen: str | None = None,
        screen: str | None = None,
        repair: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.expected = expected
        self.seen = seen
        self.screen = screen
        self.repair = repair


class Unmet(Fault, AssertionError):
    """An expectation of *Alors* is not met."""

    kind = "unmet"


class Absent(Fault):
    """A named thing (screen, field, button, message) is not where the sheet shows it."""

    kind = "absent"


class SiteError(Fault):
    """The site answered 500 or above."""

    kind = "site_error"


class Unarranged(Fault):
    """What a check needs around it (another user, a mail that marks the end) could not be arranged."""

    kind = "precondition"


class CapabilityMissing(Fault):
    """The profile declares no such lever. ``capability`` is its name in the register (``clock``, ``mail``...)."""

    kind = "capability"

    def __init__(self, capability: str, message: str) -> None:
        super().__init__(message)
        self.capability = capability


class LeverFault(Fault):
    """A declared lever does not answer as declared: a configuration fault, not a non-conformity."""

    kind = "configuration"


class EnvironmentFault(Fault):
    """The ground gave way: connection refused, site or browser gone, mail catcher lost."""

    kind = "environment"


class ProfileError(Fault):
    """The profile cannot be used. ``message`` names file, key and repair; the run ends with exit code 4."""

    kind = "profile"
