"""The words of one article that tell events, and how they tell them: as a fact, a plan, an aim."""
