"""The rules, one module a kind of fact. Importing a module declares its rules."""
