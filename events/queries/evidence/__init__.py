"""Why an event is told and dated as it is: its sources, their quotes, and the reasoning behind each date."""
