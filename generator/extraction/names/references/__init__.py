"""Who is spoken of: names once stated and what refers to them."""
