/** What is said to readers who hear the page: one sentence at a time, and not while things still move. */
const PAUSE = 400;

export const speechIn = (element) => {
  let timer = null;
  return (sentence) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      element.textContent = sentence;
    }, PAUSE);
  };
};
