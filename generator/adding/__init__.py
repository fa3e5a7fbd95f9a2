"""Adding: what clerks have (Word files, pages, PDF, addresses, feeds, archives of files) becomes articles in ``seeds/``.

    given ──sources──▶ Fetched ──propose──▶ Proposal ──accept──▶ seeds/x.txt, seeds/x.docx

A :class:`~generator.adding.fetched.Fetched` holds the bytes as they came. A :class:`~generator.adding.proposals.Proposal` is everything
that would happen, and nothing has happened yet: the text to be written, its place, duplicates, damage, warnings; a person may change
title, date and the like of it. :func:`~generator.adding.accepting.accept` alone writes, all or nothing, and only below ``seeds/``: the
text as ``NAME.txt``, with a header that names address, day of access and SHA-256, and beside it the original under the same name.
"""
