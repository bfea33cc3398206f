"""What makes up a run: the runner's hooks and fixtures, and the step modules by domain.

A step module comes after those that it imports, so that pytest rewrites its assertions.
"""

pytest_plugins = [
    "runner.plugin",
    "steps.people",
    "steps.time",
    "steps.texts",
    "steps.access",
    "steps.entering",
    "steps.pictures",
    "steps.navigation",
    "steps.mails",
    "steps.recap",
    "steps.mode",
    "steps.terms",
    "steps.journey",
    "steps.forgotten",
    "steps.passwords",
    "steps.registration",
    "steps.activation",
    "steps.confirmation",
    "steps.codes",
    "steps.creation",
    "steps.home",
    "steps.change",
    "steps.moving",
    "steps.expiry",
    "steps.renewal",
    "steps.registration_form",
    "steps.option",
    "steps.choosing",
    "steps.opting",
]
