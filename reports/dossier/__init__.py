"""``dossier.zip``: what a run leaves to those who must be able to check it later, offline, without believing anybody."""
