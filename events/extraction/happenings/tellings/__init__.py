"""From triggers to happenings: each telling with its time, its people and places, and which tellings are one."""
