"""What has to be there before anything starts: packages, front end, database, settings, an editor."""
