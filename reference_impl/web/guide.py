"""The guard before the screens of a procedure: none is skipped by its URL (EP2-1.4-3, EP6-1.5-2, G33)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Any, Generic, TypeVar

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from reference_impl.domain.ways import Way
from reference_impl.store.option_tables import OptionRun
from reference_impl.store.tables import ActivationJourney, Draft, Journey, Renewal

TO_START = (
    "Cette étape n'est pas accessible : la procédure n'a pas été commencée, ou elle a été interrompue. "
    "Reprenez-la depuis le début."
)

Run = TypeVar("Run", Journey, Draft, ActivationJourney, Renewal, OptionRun)


@dataclass(frozen=True)
class Guide(Generic[Run]):
    """One procedure: its run in the visitor's session, the order of its screens, the first and the last of them."""

    current: Callable[[], Run | None]
    way: Callable[[Any, Any], Way]
    start: str
    end: str

    def at(self, step: StrEnum) -> Callable[[Callable[[Run], ResponseReturnValue]], Callable[[], ResponseReturnValue]]:
        """Give the view the visitor's run, where it has come as far as ``step``; else lead to where it has come."""

        def decorate(view: Callable[[Run], ResponseReturnValue]) -> Callable[[], ResponseReturnValue]:
            @wraps(view)
            def guarded() -> ResponseReturnValue:
                run = self.current()
                way = self.way(step, run.reached if run else None)
                if run is None or way is Way.TO_START:
                    flash(TO_START)
                    return redirect(url_for(self.start), 303)
                return redirect(url_for(self.end), 303) if way is Way.TO_END else view(run)

            return guarded

        return decorate
