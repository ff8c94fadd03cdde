"""What python -m newsdesk.launch does: run, test, services, pin."""
