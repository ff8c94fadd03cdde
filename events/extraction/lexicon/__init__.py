"""The words that tell news, in every shape they take, and how a word of the text is found among them."""
