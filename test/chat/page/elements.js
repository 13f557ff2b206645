import { make } from "./dom.js";
import { drawExternalSelect } from "./external-select.js";
import { drawText } from "./mrkdwn.js";

/**
 * One element of a block. `at` says where it stands: its block, what it holds (`held`), who is there (`people`), and
 * `act`, which does something there as the person and asks first where the element asks.
 */
export function drawElement(element, at) {
  const draw = DRAWINGS[element.type];
  if (draw === undefined) return make("em", { className: "unknown" }, `[${element.type}]`);
  return draw(element, at);
}

const DRAWINGS = {
  button: (element, at) =>
    make(
      "button",
      {
        type: "button",
        className: `button ${element.style ?? ""}`,
        dataset: { action: element.action_id, value: element.value ?? "" },
        onclick: () => at.act(element, { do: "press", value: element.value }),
      },
      drawText(element.text),
    ),
  image: (element) =>
    make("img", { src: element.image_url, alt: element.alt_text, className: "small-image" }),
  overflow,
  static_select: (element, at) => select(element, at, optionsIn(element)),
  users_select: (element, at) => {
    const people = [...at.people].map(([value, name]) => ({ value, text: { text: name } }));
    return select(element, at, { options: people });
  },
  external_select: drawExternalSelect,
  multi_static_select: (element, at) =>
    make(
      "details",
      { className: "several", dataset: { action: element.action_id } },
      make("summary", {}, element.placeholder?.text ?? "Selecione"),
      ticks("checkbox", element, at),
    ),
  checkboxes: (element, at) => ticks("checkbox", element, at),
  radio_buttons: (element, at) => ticks("radio", element, at),
  plain_text_input: (element, at) =>
    typed(
      element.multiline ? "textarea" : "input",
      { maxLength: element.max_length, rows: element.multiline ? 4 : undefined },
      [element, at],
    ),
  number_input: (element, at) =>
    typed("input", { inputMode: "decimal", pattern: "-?[0-9]*[.]?[0-9]*" }, [element, at]),
  datepicker: (element, at) => picker("date", element, at),
  timepicker: (element, at) => picker("time", element, at),
  datetimepicker: (element, at) => picker("datetime-local", element, at),
  file_input: fileInput,
};

const optionsIn = ({ options, option_groups: groups }) => ({ options, groups });

function select(element, at, { options = [], groups = [] }) {
  const held = at.held.selected_option?.value ?? at.held.selected_user ?? "";
  const draw = ({ value, text }) => make("option", { value, selected: value === held }, text.text);
  const box = make(
    "select",
    {
      className: "field",
      dataset: { action: element.action_id },
      onchange: async () => {
        const isDone = await at.act(element, { do: "choose", value: box.value });
        if (!isDone) box.value = held;
      },
    },
    make(
      "option",
      { value: "", selected: held === "", disabled: !at.isOptional },
      element.placeholder?.text ?? "Selecione",
    ),
    options.map(draw),
    groups.map(({ label, options: some }) =>
      make("optgroup", { label: label.text }, some.map(draw)),
    ),
  );
  return box;
}

function overflow(element, at) {
  const menu = make(
    "div",
    { className: "menu" },
    element.options.map((option) =>
      make(
        "button",
        {
          type: "button",
          dataset: { value: option.value },
          onclick: () => {
            box.open = false;
            at.act(element, { do: "press", value: option.value });
          },
        },
        drawText(option.text),
      ),
    ),
  );
  const box = make(
    "details",
    { className: "overflow", dataset: { action: element.action_id } },
    make("summary", { className: "button", ariaLabel: "Mais ações" }, "⋯"),
    menu,
  );
  return box;
}

/** Boxes to tick, or circles of which one is chosen. */
function ticks(type, element, at) {
  const held = at.held.selected_options ?? [at.held.selected_option];
  const chosen = new Set(held.map((option) => option?.value));
  const name = `${at.block.block_id}/${element.action_id}`;
  const group = make("div", { className: "ticks", dataset: { action: element.action_id } });
  const tell = () => {
    const ticked = [...group.querySelectorAll("input:checked")].map(({ value }) => value);
    at.act(
      element,
      type === "radio" ? { do: "choose", value: ticked[0] } : { do: "tick", values: ticked },
    );
  };
  group.append(
    ...element.options.map((option) => {
      const { value, text, description } = option;
      return make(
        "label",
        {},
        make("input", { type, name, value, checked: chosen.has(value), onchange: tell }),
        make(
          "span",
          {},
          drawText(text, at.people),
          description && make("small", {}, drawText(description, at.people)),
        ),
      );
    }),
  );
  return group;
}

function typed(tag, properties, [element, at]) {
  const box = make(tag, {
    ...properties,
    className: "field",
    value: at.held.value ?? "",
    placeholder: element.placeholder?.text ?? "",
    dataset: { action: element.action_id },
    onchange: () => at.act(element, { do: "type", value: box.value }),
  });
  return box;
}

/** The browser's own field, under the words in which a Brazilian reads it until it is touched. */
function picker(type, element, at) {
  const { selected_date: day, selected_time: time, selected_date_time: moment } = at.held;
  const words = make("span", {});
  const say = () => {
    words.textContent = read(type, box.value) || (element.placeholder?.text ?? "Escolha");
  };
  const box = make("input", {
    type,
    className: "field",
    value: day ?? time ?? (moment ? localIso(moment) : ""),
    dataset: { action: element.action_id },
    onchange: () => {
      say();
      const value =
        type === "datetime-local" ? String(new Date(box.value).getTime() / 1_000) : box.value;
      at.act(element, { do: "type", value });
    },
  });
  say();
  return make("div", { className: "picker" }, box, words);
}

function read(type, value) {
  if (value === "" || type === "time") return value;
  const [day, time] = value.split("T");
  return [day.split("-").reverse().join("/"), time].filter(Boolean).join(" ");
}

/** A moment in seconds, as the browser's own field wants it. */
function localIso(seconds) {
  const offsetMs = new Date(seconds * 1_000).getTimezoneOffset() * 60_000;
  return new Date(seconds * 1_000 - offsetMs).toISOString().slice(0, 16);
}

function fileInput(element, at) {
  const list = make("ul", { className: "files" });
  const say = (name) => list.append(make("li", {}, name));
  for (const { name } of at.held.files ?? []) say(name);
  const box = make("input", {
    type: "file",
    multiple: (element.max_files ?? 10) > 1,
    accept: element.filetypes?.map((one) => `.${one}`).join(",") ?? "",
    dataset: { action: element.action_id },
    onchange: async () => {
      for (const file of box.files) if (await at.upload(element, file)) say(file.name);
      box.value = "";
    },
  });
  return make("div", { className: "upload" }, box, list);
}
