"""Logins: counting wrong passwords, refusing weak secret keys, replacing forgotten passwords by mail."""
