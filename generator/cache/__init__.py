"""What earlier runs made, kept outside the archive, so that a run makes again only what depends on what changed."""
