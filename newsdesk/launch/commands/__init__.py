"""The commands of ``python -m newsdesk.launch``: run, test, services, pin."""
