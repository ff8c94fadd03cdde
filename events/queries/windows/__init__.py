"""What the timeline asks as a reader moves: the events of a window that matter most, in lanes where they are wanted."""
