"""What makes up a run: the runner's hooks and fixtures, and the step modules by domain, each after those it imports."""

pytest_plugins = [
    "runner.plugin",
    "steps.people",
    "steps.time",
    "steps.access",
    "steps.texts",
    "steps.pictures",
    "steps.navigation",
    "steps.mails",
    "steps.recap",
    "steps.mode",
    "steps.terms",
    "steps.forgotten",
    "steps.passwords",
    "steps.creation",
    "steps.registration_form",
    "steps.registration",
    "steps.codes",
    "steps.activation",
    "steps.confirmation",
    "steps.journey",
]
