"""How sure a reading is: signs met on its way, and what they make of its probability. ``judging`` is the way in."""
