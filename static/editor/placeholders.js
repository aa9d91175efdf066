// In an empty block, what belongs there; drawn by the style sheet, never part of the text. (A heading without words would
// be read out as one: until it has some, it is none.)

import { Decoration, DecorationSet, Plugin } from "../vendor/prosemirror.js";
import { isEmpty } from "./schema.js";

const WORDS = { headline: "Headline", standfirst: "Standfirst", byline: "By …", dateline: "Dateline", crosshead: "Crosshead" };

export function placeholders() {
  return new Plugin({
    props: {
      decorations({ doc }) {
        const empty = isEmpty(doc);
        const drawn = [];
        doc.forEach((node, pos, index) => {
          if (!node.isTextblock || node.content.size) return;
          const first = empty && node.type.name === "paragraph" && index === doc.childCount - 1;
          const words = first ? "Write here, or paste a story." : WORDS[node.type.name];
          if (words) drawn.push(Decoration.node(pos, pos + node.nodeSize, { "data-empty": words, role: "none" }));
        });
        return DecorationSet.create(doc, drawn);
      },
    },
  });
}
