"""The search index: made from the built pages, whatever built them, as a step that needs no plugin.

Why not Pagefind: it neither folds đ nor ranks by nearness, its quoted
queries miss results in the version on PyPI (1.5.2), and to check exactness in the browser one must load the text of every
match. Vietnamese is written in syllables, so an index of syllables and of pairs of neighbours with their places answers a
phrase exactly from a few small files, in both spellings. ``benchmarks/search.py`` measures all three in one run.
"""
