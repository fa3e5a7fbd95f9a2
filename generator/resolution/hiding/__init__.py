"""What is hidden on request: read from ``seeds/hidden.yml`` and taken out of articles and facts before anything is made of them."""
