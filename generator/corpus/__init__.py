"""``kyyeu corpus``: articles by the hundred thousand, on one machine or on many.

    sources ──Given──▶ batches ──engine──▶ rows ──store──▶ parts ──tables──▶ Parquet by year
    tables ──merging──▶ copies, events, persons · ──questions──▶ answers · ──cutting──▶ an archive of ``kyyeu new``

Rooms: :mod:`~generator.corpus.store` (the folder of a corpus), :mod:`~generator.corpus.sources` (what is read), ``processing`` (one article
becomes one row; pure), ``engines`` (where that is done), ``running`` (all of it, resumable), ``merging``, ``questions``, ``cutting``.
One process reads the sources and writes the folder; workers get batches and give rows, so that a cluster needs no common disk.
"""
