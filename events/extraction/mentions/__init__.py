"""From triggers to candidates: the mentions of events in one article, each with its time, its people and places."""
