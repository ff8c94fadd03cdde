"""The words of one article that tell happenings, and how they tell them: as a fact, a plan, an aim."""
