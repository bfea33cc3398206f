"""Who is played against: the profile of a target, its words (lexicon) and the levers behind its capabilities."""
