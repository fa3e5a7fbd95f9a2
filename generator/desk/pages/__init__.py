"""The desk's pages, each a module with its routes; none needs another."""
