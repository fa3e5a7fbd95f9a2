"""What a person confirmed: read from ``seeds/checks/``, and joined to the facts that it is about."""
