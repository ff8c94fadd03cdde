"""PostgreSQL and Valkey: those that are given, or those that wheels bring along."""
