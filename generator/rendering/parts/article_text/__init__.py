"""The words of an article on its page: anchors, marks, sentences, tables."""
