"""Tests of logins: guard, password reset, secrets."""
