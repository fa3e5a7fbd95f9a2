"""Persons and documents that several articles name."""
