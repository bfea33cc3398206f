"""Seeded defects: start options of the site, one at a time; the healthy code carries no trace of them."""
