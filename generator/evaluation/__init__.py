"""The quality of the extraction, measured against facts written by hand, and the explanation of its results."""
