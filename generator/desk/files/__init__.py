"""Files of the archive as the desk changes them: lists that keep a person's comments and order, saved only over what was read."""
