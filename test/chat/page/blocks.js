import { make } from "./dom.js";
import { drawElement } from "./elements.js";
import { drawText } from "./mrkdwn.js";

/**
 * The blocks of a view or message. `surface` says what they hold (`values`, `errors`), who is there (`people`), and what is
 * done when somebody acts: `act(block, element, deed)`, `search`, `upload`.
 */
export const drawBlocks = (blocks, surface) =>
  blocks.map((block) => {
    const draw = DRAWINGS[block.type];
    const drawn =
      draw === undefined
        ? make("em", { className: "unknown" }, `[${block.type}]`)
        : draw(block, surface);
    drawn.classList.add("block", block.type);
    drawn.dataset.block = block.block_id;
    return drawn;
  });

const DRAWINGS = {
  header: ({ text }) => make("h2", {}, drawText(text)),
  divider: () => make("hr"),
  section,
  context: (block, surface) =>
    make(
      "div",
      {},
      block.elements.map((one) =>
        one.type === "image"
          ? drawElement(one, placeOf(block, one, surface))
          : make("span", {}, drawText(one, surface.people)),
      ),
    ),
  actions: (block, surface) =>
    make(
      "div",
      {},
      block.elements.map((one) => drawElement(one, placeOf(block, one, surface))),
    ),
  input,
  image: ({ title, image_url: src, alt_text: alt }) =>
    make("figure", {}, title && make("figcaption", {}, drawText(title)), make("img", { src, alt })),
};

function section(block, surface) {
  const { text, fields, accessory } = block;
  return make(
    "div",
    {},
    make(
      "div",
      { className: "body" },
      text && make("div", { className: "text" }, drawText(text, surface.people)),
      fields &&
        make(
          "div",
          { className: "columns" },
          fields.map((one) => make("div", {}, drawText(one, surface.people))),
        ),
    ),
    accessory &&
      make(
        "div",
        { className: "accessory" },
        drawElement(accessory, placeOf(block, accessory, surface)),
      ),
  );
}

function input(block, surface) {
  const { label, element, hint, optional } = block;
  const error = surface.errors?.[block.block_id];
  return make(
    "div",
    { className: error === undefined ? "" : "wrong" },
    make(
      "div",
      { className: "label" },
      drawText(label),
      optional && make("span", { className: "optional" }, " (opcional)"),
    ),
    drawElement(element, { ...placeOf(block, element, surface), isOptional: optional === true }),
    error && make("div", { className: "error", role: "alert" }, error),
    hint && make("div", { className: "hint" }, drawText(hint)),
  );
}

const placeOf = (block, element, surface) => ({
  block,
  people: surface.people,
  held: surface.values?.[block.block_id]?.[element.action_id] ?? {},
  act: (acting, deed) => surface.act(block, acting, deed),
  search: (acting, words) => surface.search(block, acting, words),
  upload: (acting, file) => surface.upload(block, acting, file),
});
