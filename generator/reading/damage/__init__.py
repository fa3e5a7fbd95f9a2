"""Text that is not what its author wrote: read in the wrong encoding, with letters lost, torn apart, or wrapped in markup.

:func:`~generator.reading.damage.finding.damage_of` says what seems to be wrong with a text, and
:func:`~generator.reading.damage.repair.repaired` corrects what is certain. Nothing is corrected unasked.
"""
