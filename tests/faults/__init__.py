"""Tests that kill real processes; ``./test --faults`` runs them."""
