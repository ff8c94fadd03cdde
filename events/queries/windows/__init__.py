"""Windows of the timeline: the most salient events between two days, in lanes if a reader wants them."""
