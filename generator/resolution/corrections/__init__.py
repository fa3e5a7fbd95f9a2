"""Corrections by people: files, entries, and their effect on facts."""
