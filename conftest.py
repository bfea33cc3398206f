"""What makes up a run: the runner's hooks and fixtures, and the step modules by domain."""

pytest_plugins = [
    "runner.plugin",
    "steps.people",
    "steps.time",
    "steps.access",
    "steps.pictures",
    "steps.navigation",
    "steps.forgotten",
    "steps.passwords",
    "steps.texts",
    "steps.mails",
    "steps.recap",
]
