"""A clause scanned: its elements, the chunks they form, the frame of an award, and the words beside them."""
