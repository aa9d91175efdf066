// Where each card stands in the margin: level with its place, pushed along where another card stands there already.

const GAP = 10; // pixels between cards

/** Set the top of every card; the current one keeps its place and the others make room. */
export function place(galley, cards, currentIndex) {
  const origin = galley.getBoundingClientRect().top;
  const boxes = cards.map((card) => {
    const mark = galley.querySelector(`#mark-${Number(card.dataset.flag) + 1}`);
    const wanted = firstMark(galley, card.dataset.flag) ?? mark ?? card.closest(".row");
    return { card, wanted: Math.max(wanted.getBoundingClientRect().top - origin - 4, 0), height: card.offsetHeight };
  });
  const fixed = Math.max(boxes.findIndex((box) => Number(box.card.dataset.flag) === currentIndex), 0);
  const tops = settle(boxes, fixed);
  boxes.forEach(({ card }, i) => {
    card.style.top = `${Math.round(tops[i])}px`;
  });
  const last = boxes.length - 1;
  galley.style.minHeight = boxes.length ? `${Math.ceil(tops[last] + boxes[last].height + GAP)}px` : "";
}

/** Give up the places: the cards follow the text in order. */
export function unplace(galley, cards) {
  for (const card of cards) card.style.top = "";
  galley.style.minHeight = "";
}

/** Return tops without overlap. Cards above the fixed one move up as far as there is room; then it moves down itself. */
export function settle(boxes, fixed) {
  const tops = boxes.map((box) => box.wanted);
  for (let i = fixed - 1; i >= 0; i -= 1) {
    tops[i] = Math.min(tops[i], tops[i + 1] - boxes[i].height - GAP);
  }
  let free = 0;
  for (let i = 0; i < boxes.length; i += 1) {
    tops[i] = Math.max(tops[i], free);
    free = tops[i] + boxes[i].height + GAP;
  }
  return tops;
}

function firstMark(galley, flag) {
  return galley.querySelector(`.mark[data-flags~="${flag}"]`);
}
