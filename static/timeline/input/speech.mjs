/** Announcing sentences to screen readers, one at a time, and only after a pause. */
const PAUSE = 400;

/**
 * @param element  the live region
 * @returns `say(sentence)`
 */
export const speechIn = (element) => {
  let timer = null;
  return (sentence) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      element.textContent = sentence;
    }, PAUSE);
  };
};
