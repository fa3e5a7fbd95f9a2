"""The words of the interface: one file a language (``vi.yml``, ``en.yml``), and how they reach what is written."""
