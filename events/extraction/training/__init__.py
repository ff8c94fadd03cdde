"""Learning the weights of confidence and salience from annotated articles."""
