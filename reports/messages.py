"""Cucumber Messages as lines of JSON: the few operations that writing, reading and merging a journal share."""

import base64
import json
from dataclasses import fields
from datetime import UTC, datetime, timedelta

from cucumber_messages import Attachment, AttachmentContentEncoding, Envelope, Timestamp, message_converter
from pydantic import BaseModel


def to_line(envelope: Envelope) -> str:
    """One line of a journal, with its end."""
    return json.dumps(message_converter.to_dict(envelope), ensure_ascii=False) + "\n"


def from_line(line: str) -> Envelope:
    """The message that a line tells. Raises ValueError or TypeError when it tells none."""
    envelope = message_converter.from_dict(json.loads(line), Envelope)
    assert isinstance(envelope, Envelope)
    return envelope


def run_fact(media_type: str, fact: BaseModel, run_id: str) -> Envelope:
    """A fact of the run as an attachment: the official schema has no other place for it."""
    body = fact.model_dump_json(exclude_none=True)
    attachment = Attachment(body, AttachmentContentEncoding.identity, media_type, test_run_started_id=run_id)
    return Envelope(attachment=attachment)


def encoded(body: bytes | str) -> tuple[str, AttachmentContentEncoding]:
    """A body as an attachment holds it: text as it is, bytes in base64."""
    if isinstance(body, str):
        return body, AttachmentContentEncoding.identity
    return base64.b64encode(body).decode("ascii"), AttachmentContentEncoding.base64


def body_of(attachment: Attachment) -> bytes | str:
    """The body as it was attached."""
    if attachment.content_encoding is AttachmentContentEncoding.base64:
        return base64.b64decode(attachment.body)
    return attachment.body


def timestamp(instant: datetime) -> Timestamp:
    """An aware instant as Cucumber Messages write it."""
    return Timestamp(seconds=int(instant.timestamp() // 1), nanos=instant.microsecond * 1000)


def instant(stamp: Timestamp) -> datetime:
    """The aware instant that a message tells."""
    return datetime.fromtimestamp(stamp.seconds, UTC) + timedelta(microseconds=stamp.nanos / 1000)


def told_at(envelope: Envelope) -> datetime | None:
    """When the message was written; None for those that carry no time."""
    values = (getattr(envelope, message.name) for message in fields(envelope))
    return next((instant(value.timestamp) for value in values if getattr(value, "timestamp", None)), None)
