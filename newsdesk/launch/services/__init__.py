"""PostgreSQL and Valkey: the servers named in the environment, or embedded ones from wheels."""
