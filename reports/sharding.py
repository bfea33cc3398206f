"""Shards: parts of one run that are played apart, each by its own machine, and put together again afterwards.

Every shard plans the whole run and plays its share; so together they can tell what a missing one should have played.
"""

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from cucumber_messages import Envelope
from pydantic import ValidationError

from reports import facts
from reports.dossier.completeness import differences
from reports.dossier.packing import FEATURES, JOURNAL
from reports.facts import Plan, RunHeader, Shard
from reports.messages import run_fact, to_line
from reports.reading import IncompleteJournal, JournalError, envelopes
from reports.run import RunReport, conclude

_AGREED = ("target", "harness_version", "seed", "strict", "capabilities", "variants", "scope", "waivers")
"""What must be the same in all the shards of a run."""
_OPTION = re.compile(r" ?--shard[= ]\S+")
_COPIED = ("profile.json", "versions.json")


class ShardsRefused(Exception):
    """These runs are not the shards of one run; the message says which, and why."""


@dataclass(frozen=True)
class _Part:
    """A shard that was played."""

    run_dir: Path
    header: RunHeader
    shard: Shard
    messages: Sequence[Envelope]


def merge_runs(run_dirs: Sequence[Path], out: Path) -> RunReport:
    """Put shards together in a new folder of ``out``, and conclude as for the run that they are parts of.

    Raises ShardsRefused, IncompleteJournal, JournalError, RegisterError, and FileExistsError when it was done before.
    """
    parts = sorted((_part(run_dir) for run_dir in run_dirs), key=lambda part: part.shard.rank)
    _refuse_strangers(parts)
    header = _common_header(parts)
    merged = out / header.run_id
    (merged / "journal").mkdir(parents=True)
    for part in parts:
        path = merged / "journal" / f"shard-{part.shard.rank}-of-{part.shard.of}.ndjson"
        with path.open("w", encoding="utf-8", errors="replace", newline="\n") as lines:
            lines.writelines(to_line(_adopted(message, part, header)) for message in part.messages)
    for name in _COPIED:
        if (parts[0].run_dir / name).exists():
            shutil.copyfile(parts[0].run_dir / name, merged / name)
    return conclude(merged, parts[0].run_dir / FEATURES)


def _part(run_dir: Path) -> _Part:
    path = run_dir / JOURNAL
    if not path.is_file():
        raise ShardsRefused(f"{run_dir}: no {JOURNAL} there: not the folder of a run that ended")
    messages = list(envelopes(path))
    told = (message.attachment for message in messages if message.attachment)
    try:
        header = next((RunHeader.model_validate_json(one.body) for one in told if one.media_type == facts.RUN), None)
    except ValidationError as error:
        raise JournalError(f"{path}: unreadable fact ({error})") from error
    if header is None or not any(message.test_run_finished for message in messages):
        raise IncompleteJournal(f"{path}: the run did not end")
    if header.shard is None:
        raise ShardsRefused(f"{run_dir}: this run is no shard (it was not played with --shard)")
    return _Part(run_dir, header, header.shard, messages)


def _refuse_strangers(parts: Sequence[_Part]) -> None:
    if not parts:
        raise ShardsRefused("no run to merge")
    first, ranks = parts[0], [part.shard.rank for part in parts]
    if len(set(ranks)) < len(ranks):
        twice = next(part for before, part in pairwise(parts) if before.shard == part.shard)
        raise ShardsRefused(f"{twice.run_dir}: shard {twice.shard} is there twice")
    for part in parts[1:]:
        for name, ours, theirs in _disagreements(first, part):
            raise ShardsRefused(f"{part.run_dir}: not the same run as {first.run_dir}: {name} {theirs}, not {ours}")


def _disagreements(first: _Part, part: _Part) -> Iterator[tuple[str, object, object]]:
    for name in _AGREED:
        ours, theirs = (getattr(one.header, name) for one in (first, part))
        if ours != theirs:
            yield name, ours, theirs
    if (first.shard.of, first.shard.partial) != (part.shard.of, part.shard.partial):
        yield "shard", first.shard, part.shard
    for told in differences(part.run_dir / FEATURES, first.run_dir / FEATURES):
        yield "features", "the same", told


def _common_header(parts: Sequence[_Part]) -> RunHeader:
    """That of the run of which these are the parts; the missing ones are named, unless they had nothing to play."""
    first, shard = parts[0].header, parts[0].shard
    told = (message.attachment for message in parts[0].messages if message.attachment)
    planned = [Plan.model_validate_json(one.body).nodeid for one in told if one.media_type == facts.PLAN]
    others = (shard.model_copy(update={"rank": rank}) for rank in range(1, shard.of + 1))
    absent = [other for other in others if other not in [part.shard for part in parts]]
    some = f"-{len(parts)}-of-{shard.of}" if absent else ""
    return first.model_copy(
        update={
            "run_id": f"{min(part.header.run_id for part in parts)}-merged{some}",
            "started_at": min(part.header.started_at for part in parts),
            "partial": shard.partial,
            "selection": _OPTION.sub("", first.selection),
            "shard": None,
            "missing_shards": tuple(str(other) for other in absent if other.share(planned)),
        }
    )


def _adopted(message: Envelope, part: _Part, header: RunHeader) -> Envelope:
    """The message as the merged run would have told it."""
    if message.attachment and message.attachment.media_type == facts.RUN:
        worker = f"{part.shard} {part.header.worker}"
        return run_fact(facts.RUN, header.model_copy(update={"worker": worker}), header.run_id)
    for told in (message.test_case, message.attachment, message.test_run_finished):
        if told and told.test_run_started_id:
            told.test_run_started_id = header.run_id
    if message.test_run_started:
        message.test_run_started.id = header.run_id
    if message.test_case_started:
        message.test_case_started.worker_id = f"{part.shard} {message.test_case_started.worker_id}"
    return message
