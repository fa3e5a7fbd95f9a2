"""Vietnamese text: normal forms, folding, sentences, numbers, dates, slugs, order. Knows nothing of articles."""
