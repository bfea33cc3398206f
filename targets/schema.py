"""The JSON Schema of the profile, generated from the very models that judge it: what editors complete and underline.

``python -m targets.schema > targets/profile.schema.json`` after a section has changed (a test compares them). It is
looser than the models where a ``${NAME}`` may stand: the form of a text is not in it.
"""

import json
import sys
from typing import Any

from targets.profile import Profile


def schema() -> dict[str, Any]:
    """The schema, as a document."""
    said = Profile.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **said, "title": "Profile of a target"}


def text() -> str:
    """The schema, as the file that is committed."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
