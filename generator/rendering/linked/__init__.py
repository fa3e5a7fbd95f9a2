"""An archive for machines and for citing: JSON-LD, citations, annotations, feeds, redirects. Pure: data in, text out."""
