/**
 * The list of events beside the picture, in order of time.  Items that the server rendered are kept if they are still
 * needed; new items are copies of the page's template.
 */
import { select } from "d3-selection";
import { inOrder } from "../layout/order.mjs";

/**
 * @param list      the `<ol>`
 * @param template  the `<template>` of an item, as the server also renders it
 * @param settings  `{ families, phrases }`
 * @returns `draw(events, { open })`
 */
export const listIn = (list, template, { families, phrases }) => {
  const item = (event) => {
    const row = template.content.firstElementChild.cloneNode(true);
    row.dataset.event = event.id;
    row.classList.add(`family-${families[event.type] ?? "other"}`);
    const link = row.querySelector("a");
    link.href = event.url;
    link.textContent = event.title;
    link.lang = event.lang;
    row.querySelector(".words").textContent = event.date_words;
    row.querySelector(".type").textContent = event.type_label;
    row.querySelector(".count").textContent = phrases.say("sources", { count: event.sources });
    return row;
  };

  return (events, { open }) => {
    select(list)
      .selectAll("li")
      .data(inOrder(events), keyOf)
      .join((enter) => enter.append(item))
      .order()
      .classed("open", (event) => event.id === open);
  };
};

/** The event's number, from the datum or, in an item that the server rendered, from its attribute. */
function keyOf(event) {
  return event ? event.id : Number(this.dataset.event);
}
