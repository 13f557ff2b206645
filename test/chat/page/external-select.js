import { make } from "./dom.js";

const PAUSE_MS = 250;

/** A field whose options the app finds while the person types. */
export function drawExternalSelect(element, at) {
  const least = element.min_query_length ?? 3;
  const found = make("div", { className: "menu", hidden: true });
  let timer;
  const box = make("input", {
    className: "field",
    value: at.held.selected_option?.text.text ?? "",
    placeholder: element.placeholder?.text ?? "Digite para procurar",
    dataset: { action: element.action_id },
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE_MS);
    },
  });
  const look = async () => {
    if (box.value.length < least) {
      show([make("p", {}, `Digite ao menos ${least} letras`)]);
      return;
    }
    const options = await at.search(element, box.value);
    show(options.length === 0 ? [make("p", {}, "Nenhum resultado")] : options.map(item));
  };
  const show = (children) => {
    found.replaceChildren(...children);
    found.hidden = false;
  };
  const item = ({ value, text }) =>
    make(
      "button",
      {
        type: "button",
        dataset: { value },
        onclick: () => {
          box.value = text.text;
          found.hidden = true;
          at.act(element, { do: "choose", value });
        },
      },
      text.text,
    );
  return make("div", { className: "search" }, box, found);
}
