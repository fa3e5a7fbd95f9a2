"""Words and their meanings, as data: ``data/*.yml``, each entry with its source."""
