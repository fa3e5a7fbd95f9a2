"""Groups of recipients that are counted or open, and works."""
