"""What stands between the web server and Django."""
