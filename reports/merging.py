"""One journal from those of the workers.

Every worker describes the whole plan with the same ids, so what is said twice is kept once. A worker that crashed
gives what it had written; any other worker without an end makes the run incomplete.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cucumber_messages import Envelope, Meta, TestRunFinished, TestRunStarted

from reports import facts
from reports.facts import Plan, RunHeader
from reports.messages import run_fact, timestamp, to_line, told_at
from reports.reading import IncompleteJournal, JournalError, envelopes


@dataclass
class _Worker:
    name: str
    header: RunHeader | None = None
    ended: bool = False
    success: bool = False


@dataclass
class _Merged:
    """The messages of all workers: the preamble, the plan once, then what happened, worker after worker."""

    meta: Meta | None = None
    plan: dict[tuple[str, str], Envelope] = field(default_factory=dict)
    events: list[Envelope] = field(default_factory=list)
    instants: list[datetime] = field(default_factory=list)


def merge(run_dir: Path, crashed_workers: Collection[str] = ()) -> Path:
    """Write ``journal.ndjson`` from ``journal/<worker>.ndjson``. Raises IncompleteJournal, JournalError."""
    merged = _Merged()
    files = sorted((run_dir / "journal").glob("*.ndjson"))
    workers = [_take_file(merged, file, cut=file.stem in crashed_workers) for file in files]
    header = _common_header(workers, run_dir)
    success = not crashed_workers and all(worker.success for worker in workers)
    return _write(run_dir / "journal.ndjson", merged, header, success)


def _take_file(merged: _Merged, file: Path, *, cut: bool) -> _Worker:
    worker = _Worker(file.stem)
    for envelope in envelopes(file, cut=cut):
        _take(merged, worker, envelope)
    if not (worker.ended or cut):
        raise IncompleteJournal(f"{file}: worker {worker.name} did not end, and nobody saw it crash")
    return worker


def _take(merged: _Merged, worker: _Worker, envelope: Envelope) -> None:
    told = told_at(envelope)
    merged.instants += [told] if told else []
    key = _plan_key(envelope)
    attachment = envelope.attachment
    if envelope.meta:
        merged.meta = envelope.meta
    elif envelope.test_run_finished:
        worker.ended, worker.success = True, envelope.test_run_finished.success
    elif attachment and attachment.media_type == facts.RUN:
        worker.header = RunHeader.model_validate_json(attachment.body)
    elif key is None and not envelope.test_run_started:
        merged.events.append(envelope)
    elif key and merged.plan.setdefault(key, envelope) != envelope:
        raise JournalError(f"worker {worker.name} does not agree with the others on {' '.join(key)}")


def _plan_key(envelope: Envelope) -> tuple[str, str] | None:
    """What a message of the plan describes; None for an event."""
    if envelope.attachment and envelope.attachment.media_type == facts.PLAN:
        return "plan", Plan.model_validate_json(envelope.attachment.body).pickle
    told = {
        "hook": envelope.hook.id if envelope.hook else None,
        "source": envelope.source.uri if envelope.source else None,
        "document": (envelope.gherkin_document.uri or "") if envelope.gherkin_document else None,
        "pickle": envelope.pickle.id if envelope.pickle else None,
        "case": envelope.test_case.id if envelope.test_case else None,
    }
    return next(((kind, key) for kind, key in told.items() if key is not None), None)


def _common_header(workers: Iterable[_Worker], run_dir: Path) -> RunHeader:
    headers = [worker.header for worker in workers if worker.header]
    if not headers:
        raise IncompleteJournal(f"{run_dir}: no worker began its journal")
    names = ", ".join(header.worker for header in headers)
    common = {header.model_copy(update={"worker": names}).model_dump_json() for header in headers}
    if len(common) > 1:
        raise JournalError(f"{run_dir}: the workers' journals are not of the same run")
    return RunHeader.model_validate_json(common.pop())


def _write(path: Path, merged: _Merged, header: RunHeader, success: bool) -> Path:
    rank = ["hook", "source", "document", "pickle", "case", "plan"]
    plan = sorted(merged.plan, key=lambda key: rank.index(key[0]))
    first, last = timestamp(min(merged.instants)), timestamp(max(merged.instants))
    end = TestRunFinished(success=success, timestamp=last, test_run_started_id=header.run_id)
    every = [
        Envelope(meta=merged.meta),
        Envelope(test_run_started=TestRunStarted(id=header.run_id, timestamp=first)),
        run_fact(facts.RUN, header, header.run_id),
        *(merged.plan[key] for key in plan),
        *merged.events,
        Envelope(test_run_finished=end),
    ]
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as lines:
        lines.writelines(map(to_line, every))
    return path
