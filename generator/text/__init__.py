"""Vietnamese text: normal forms, folding, sentences, numbers, dates, slugs, order. Independent of articles."""
