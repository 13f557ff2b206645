import { drawBlocks } from "./blocks.js";
import { onChange } from "./changes.js";
import { fill, make } from "./dom.js";
import { drawMessages } from "./messages.js";
import { ask, drawModal } from "./overlays.js";
import { post, remember, toast } from "./post.js";

const part = (id) => document.getElementById(id);
const state = { as: "", place: "home", screen: undefined, drawn: {}, read: {} };

/** One thing after another, in the order in which the person did them. */
let deeds = Promise.resolve();
const inOrder = (work) => {
  const done = deeds.then(work);
  deeds = done.catch(() => {});
  return done;
};

/** Does something as the person; says what Slack would say if it cannot be done. */
const deed = (one) =>
  inOrder(async () => {
    try {
      const told = await post("/api/do", JSON.stringify({ as: state.as, ...one }));
      state.problems = told.problems;
      await refresh();
      return told;
    } catch (error) {
      toast(error.message);
      return undefined;
    }
  });

const nameOf = (block, element) => `${block.block_id}/${element.action_id}`;

function surfaceFor(where, { values, errors } = {}) {
  return {
    values,
    errors,
    people: peopleOf(state.screen),
    async act(block, element, { do: what, ...given }) {
      if (element.confirm && !(await ask(part("ask"), element.confirm))) return false;
      const confirm = element.confirm ? true : undefined;
      const told = await deed({
        do: what,
        element: nameOf(block, element),
        in: where,
        confirm,
        ...given,
      });
      return told !== undefined;
    },
    async search(block, element, words) {
      const told = await deed({ do: "search", element: nameOf(block, element), in: where, words });
      return told?.options ?? [];
    },
    upload: (block, element, file) =>
      inOrder(async () => {
        const about = { as: state.as, element: nameOf(block, element), name: file.name };
        const query = new URLSearchParams({ ...about, type: file.type });
        try {
          await post(`/api/upload?${query}`, file, "application/octet-stream");
          return true;
        } catch (error) {
          toast(error.message);
          return false;
        }
      }),
  };
}

const peopleOf = ({ people }) => new Map(people.map(({ id, name }) => [id, name]));

async function refresh() {
  const { as } = state;
  const answer = await fetch(`/api/screen?as=${encodeURIComponent(as)}`);
  const screen = await answer.json();
  if (as !== state.as) return;
  state.screen = screen;
  draw();
}

/** Draws anew only what has changed, so that what somebody is typing stays. */
function draw() {
  const { screen, place } = state;
  drawSide(screen);
  const main =
    place === "home"
      ? [place, screen.home?.hash]
      : [place, screen.channels.find(({ id }) => id === place)?.messages.map(shownOf)];
  changed("main", main, () => {
    const before = part("main").scrollTop;
    fill(part("main"), place === "home" ? homeOf(screen) : channelOf(screen));
    part("main").scrollTop = place === "home" ? before : part("main").scrollHeight;
  });
  const top = screen.stack.at(-1);
  const errors = { ...screen.errors, ...state.problems };
  changed("modal", [top?.id, top?.hash, errors], () => {
    const isSame = top && part("modal").querySelector(".modal")?.dataset.view === top.id;
    const before = isSame ? part("modal").querySelector(".content").scrollTop : 0;
    fill(part("modal"), top && modalOf(top, errors));
    if (!top) return;
    part("modal").querySelector(".content").scrollTop = before;
    part("modal").querySelector(".error")?.scrollIntoView({ block: "center" });
  });
}

const shownOf = ({ state: _, ...shown }) => shown;

function changed(name, what, redraw) {
  const key = JSON.stringify([state.as, what]);
  if (state.drawn[name] === key) return;
  state.drawn[name] = key;
  redraw();
}

const homeOf = ({ home }) =>
  home === undefined
    ? [make("p", { className: "empty" }, "Abrindo o início…")]
    : [
        make(
          "div",
          { className: "home", dataset: { hash: home.hash } },
          drawBlocks(home.blocks, surfaceFor("home", { values: home.state.values })),
        ),
      ];

function channelOf({ channels }) {
  const channel = channels.find(({ id }) => id === state.place);
  if (channel === undefined || channel.messages.length === 0) {
    return [make("p", { className: "empty" }, "Nenhuma mensagem ainda.")];
  }
  return drawMessages(channel.messages, {
    as: state.as,
    people: peopleOf(state.screen),
    surfaceOf: ({ ts, state: held }) =>
      surfaceFor({ channel: channel.id, ts }, { values: held?.values }),
  });
}

const modalOf = (view, errors) =>
  drawModal({
    view,
    isPushed: state.screen.stack.length > 1,
    surface: surfaceFor("modal", { values: view.state.values, errors }),
    close: () => deed({ do: "close" }),
    submit: () => deed({ do: "submit" }),
  });

function drawSide({ channels }) {
  if (state.place !== "home") {
    const here = channels.find(({ id }) => id === state.place);
    state.read[`${state.as}${state.place}`] = here?.messages.length ?? 0;
  }
  const entry = (id, label, messages) => {
    const unread = (messages?.length ?? 0) - (state.read[`${state.as}${id}`] ?? 0);
    return make(
      "button",
      {
        type: "button",
        className: `${id === state.place ? "here" : ""} ${unread > 0 ? "unread" : ""}`,
        dataset: { place: id },
        onclick: () => goTo(id),
      },
      label,
      unread > 0 && make("span", { className: "count" }, String(unread)),
    );
  };
  const direct = channels.filter(({ isDirect }) => isDirect);
  const open = channels.filter(({ isDirect }) => !isDirect);
  fill(
    part("side"),
    make("h3", {}, "Acordo"),
    entry("home", "Início"),
    direct.map(({ id, messages }) => entry(id, "Mensagens", messages)),
    make("h3", {}, "Canais"),
    open.map(({ id, name, messages }) => entry(id, `# ${name}`, messages)),
  );
}

async function goTo(place) {
  state.place = place;
  draw();
  if (place === "home") await deed({ do: "home" });
}

part("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const words = part("words").value.trim();
  part("words").value = "";
  if (words === "") return;
  const channel = state.place === "home" ? undefined : state.place;
  deed({ do: words.startsWith("/") ? "slash" : "say", words, channel });
});

async function become(id) {
  Object.assign(state, { as: id, place: "home", drawn: {}, problems: undefined });
  remember("as", id);
  await refresh();
  await deed({ do: "home" });
}

document.addEventListener("click", ({ target }) => {
  for (const open of document.querySelectorAll("details.overflow[open]")) {
    if (!open.contains(target)) open.open = false;
  }
});

/** Shows Slack as the person of the address, or the first. */
export async function openSlack(people) {
  part("who").append(...people.map(({ id, label }) => make("option", { value: id }, label)));
  const wanted = new URLSearchParams(location.search).get("as");
  part("who").value = people.some(({ id }) => id === wanted) ? wanted : people[0].id;
  part("who").addEventListener("change", () => become(part("who").value));
  onChange(() => refresh());
  await become(part("who").value);
}
