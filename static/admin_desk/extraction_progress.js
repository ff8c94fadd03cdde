// Polls the state of an article in extraction, and replaces the panel when the state changes.
// What an editor has typed into the form below is kept.

const FIRST_WAIT = 400;
const LONGEST_WAIT = 4000;

function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function ask(address) {
  const answer = await fetch(address, { credentials: "same-origin", headers: { Accept: "application/json, text/html" } });
  if (!answer.ok || answer.redirected) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

async function newPanel(address) {
  const page = new DOMParser().parseFromString(await (await ask(address)).text(), "text/html");
  return document.adoptNode(page.getElementById("reading"));
}

async function watch() {
  let panel = document.getElementById("reading");
  for (let pause = FIRST_WAIT; panel && "underWay" in panel.dataset; pause = Math.min(pause * 1.2, LONGEST_WAIT)) {
    await wait(pause);
    try {
      const { state } = await (await ask(panel.dataset.stateAddress)).json();
      if (state === panel.dataset.state) continue;
      const next = await newPanel(panel.dataset.address);
      panel.replaceWith(next);
      panel = next;
    } catch (error) {
      // The server may be away for a moment; the next round asks again.
      console.warn(error);
    }
  }
}

watch();
