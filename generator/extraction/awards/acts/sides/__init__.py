"""The words before and behind an award's form, and the status that it has there."""
