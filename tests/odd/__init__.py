"""Odd values sent to every parameter, every path and every form: nothing is a fault of ours, and nothing takes long."""
