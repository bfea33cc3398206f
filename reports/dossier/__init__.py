"""``dossier.zip``: what a run leaves to those who will have to check it, offline and without believing anybody."""
