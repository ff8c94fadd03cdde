"""Articles of our own writing, for tests that need a text to be read."""

ENGLISH = (
    "Amman — Jordan and Iraq signed a water agreement on 14 March 2025. Ministers of both countries had met in "
    "Baghdad a week earlier. The parliament in Amman will vote on the accord in April 2025."
)
ARABIC = (
    "عمّان - وقّع الأردن والعراق اتفاقية للمياه في 14 مارس 2025. وكان وزراء البلدين قد اجتمعوا في بغداد قبل ذلك "
    "بأسبوع. وسيصوّت البرلمان في عمّان على الاتفاقية في أبريل 2025."
)
