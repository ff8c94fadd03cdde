"""Tests with a large amount of data; ``./test --load`` runs them."""
