"""Kỷ Yếu: reads news articles, extracts who was honoured, and writes a static archive.

Start with :mod:`generator.pipeline`, which holds the whole flow.
"""

__version__ = "0.2.0"
