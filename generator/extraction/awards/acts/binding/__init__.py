"""Binding of forms and recipients: rows, shares dealt out, what is elided or left to complete."""
