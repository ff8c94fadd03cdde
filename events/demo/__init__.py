"""A large data set for measurements: invented events, distributed over time like those of real news."""
