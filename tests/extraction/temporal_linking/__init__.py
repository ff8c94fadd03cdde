"""Which event a time expression dates."""
