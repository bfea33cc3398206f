"""A site that obeys the five FOCUS sheets. Start it with ``python -m reference_impl``."""
