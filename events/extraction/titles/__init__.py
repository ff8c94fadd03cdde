"""The line of the timeline: who acts, and the clause as an editor would print it."""
