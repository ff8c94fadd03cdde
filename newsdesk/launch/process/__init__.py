"""Running programs as child processes: starting, supervising, logging and ending them with their own children."""
