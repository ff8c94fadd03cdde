"""The steps before anything is started: packages, front end, database, settings, an editor's account."""
