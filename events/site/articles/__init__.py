"""An article with everything that was read in it marked in its text."""
