"""Pure rules of the sheets: no web, no database, no mail, no clock; ``now`` is always an argument."""
