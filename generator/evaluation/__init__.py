"""How good the extraction is, measured against facts written by hand, and why it gave what it gave."""
