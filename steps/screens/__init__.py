"""One class per screen of the sheets; the only place, with the runner, that drives Playwright."""
