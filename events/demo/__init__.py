"""A large data set for measuring and trying out: invented happenings, spread and bunched like news."""
