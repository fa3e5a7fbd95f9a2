"""Frozen data that every stage shares; imports nothing of ours."""
