"""The web, as a guest behaves there: public addresses only, robots.txt honoured, one request a second a host, bounded in time and size."""
