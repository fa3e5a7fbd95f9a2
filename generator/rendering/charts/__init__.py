"""Pictures of counts, as static SVG."""
