import { onChange } from "./changes.js";
import { fill, make } from "./dom.js";
import { withCharacters } from "./emoji.js";
import { post, remember, toast } from "./post.js";
import { drawChat } from "./telegram-chat.js";
import { drawFace, drawList } from "./telegram-list.js";

const part = (id) => document.getElementById(id);
const state = { customer: "", drawn: "", seen: {}, notes: 0 };

/** Shows the customers' phones beside Slack. */
export async function openPhones() {
  document.body.classList.add("with-phone");
  part("phone-search").addEventListener("input", () => refresh());
  part("phone-composer").addEventListener("submit", say);
  part("phone-file").addEventListener("change", sendChosen);
  onChange(() => refresh());
  document.addEventListener("click", closeMenu);
  await goTo(new URLSearchParams(location.search).get("customer") ?? "");
}

async function goTo(customer) {
  Object.assign(state, { customer, drawn: "", notes: undefined });
  remember("customer", customer);
  part("phone").dataset.place = customer === "" ? "list" : "chat";
  await refresh();
}

/** Draws only what has changed, and nothing of a chat that was left meanwhile. */
async function refresh() {
  const { customer } = state;
  const words = part("phone-search").value;
  const path =
    customer === ""
      ? `list?words=${encodeURIComponent(words)}`
      : `screen?customer=${encodeURIComponent(customer)}`;
  const answer = await fetch(`/api/phone/${path}`);
  const told = await answer.json();
  if (customer !== state.customer) return;
  if (!answer.ok) return customer === "" ? toast(told.error) : goTo("");
  const key = JSON.stringify(told);
  if (key === state.drawn) return;
  state.drawn = key;
  if (customer === "")
    fill(part("phone-list"), drawList(told.list, { open: goTo, seen: state.seen }));
  else drawScreen(told);
}

function drawScreen(screen) {
  const { holder, messages, keys, hasChat, hasBlocked, notes } = screen;
  state.seen[holder.customer] = messages.filter(({ from }) => from === "bot").length;
  fill(part("phone-head"), drawHead(screen));
  fill(part("phone-chat"), messages.length === 0 ? welcome(screen) : drawChat(messages, TOUCHES));
  grown();
  part("phone-composer").hidden = hasBlocked || !hasChat;
  fill(part("phone-instead"), hasBlocked ? big("Desbloquear o bot", "unblock") : []);
  fill(
    part("phone-keys"),
    keys.map(({ text }) =>
      make(
        "button",
        { type: "button", onclick: () => deed({ do: "tap", key: text }) },
        withCharacters(text),
      ),
    ),
  );
  if (state.notes !== undefined && notes.length > state.notes) toast(notes.at(-1));
  state.notes = notes.length;
}

const drawHead = ({ holder, bot, commands, hasBlocked, hasChat }) => [
  make(
    "button",
    { type: "button", className: "back-to-list", ariaLabel: "Conversas", onclick: () => goTo("") },
    "‹",
  ),
  drawFace("bot", bot),
  make(
    "span",
    { className: "lines" },
    make("strong", {}, bot),
    make("span", { className: "faint" }, `no celular de ${holder.name}`),
  ),
  make(
    "details",
    { className: "phone-menu" },
    make("summary", { ariaLabel: "Mais" }, "⋮"),
    make(
      "div",
      {},
      entry("Abrir com um novo link", { do: "link" }),
      hasChat && !hasBlocked && entry("Compartilhar meu contato", { do: "contact" }),
      hasBlocked
        ? entry("Desbloquear o bot", { do: "unblock" })
        : entry("Bloquear o bot", { do: "block" }),
      hasChat && !hasBlocked && commands.length > 0 && make("hr"),
      hasChat &&
        !hasBlocked &&
        commands.map(({ command, description }) =>
          entry(`/${command}`, { do: "say", words: `/${command}` }, description),
        ),
    ),
  ),
];

const entry = (label, one, more) =>
  make(
    "button",
    { type: "button", dataset: { deed: one.do }, onclick: () => deed(one) },
    label,
    more && make("small", {}, more),
  );

const welcome = ({ holder, hasChat }) =>
  make(
    "div",
    { className: "welcome" },
    hasChat
      ? [
          make("p", {}, "O que se disse antes não está mais neste celular."),
          big("Continuar a conversa", "start"),
        ]
      : [
          make("p", {}, "Ainda não há conversa com o bot neste celular."),
          big("Abrir com um link de uso único", "link"),
          make(
            "p",
            { className: "faint" },
            `O link diz ao bot que é ${holder.name}. Sem ele, o bot pergunta.`,
          ),
          big("Começar sem link", "start", "plain"),
        ],
  );

const big = (label, what, style = "") =>
  make(
    "button",
    {
      type: "button",
      className: `big ${style}`,
      dataset: { deed: what },
      onclick: () => deed({ do: what }),
    },
    label,
  );

/** Down to what is new. */
function grown() {
  part("phone-chat").scrollTop = part("phone-chat").scrollHeight;
}

const TOUCHES = {
  grown,
  press: (message, data) => deed({ do: "press", message, data }),
  copy,
  hrefOf: (id) => `/api/phone/file/${id}?customer=${encodeURIComponent(state.customer)}`,
};

async function copy(text) {
  await navigator.clipboard.writeText(text).catch(() => {});
  toast(`Copiado: ${text}`);
}

async function deed(one) {
  try {
    await post("/api/phone/do", JSON.stringify({ customer: state.customer, ...one }));
    await refresh();
  } catch (error) {
    toast(error.message);
  }
}

function say(event) {
  event.preventDefault();
  const words = part("phone-words").value.trim();
  part("phone-words").value = "";
  if (words !== "") deed({ do: "say", words });
}

async function sendChosen({ target }) {
  const [chosen] = target.files;
  target.value = "";
  if (chosen === undefined) return;
  try {
    const sent = chosen.type.startsWith("image/") ? await asPhoto(chosen) : chosen;
    const about = { customer: state.customer, name: chosen.name, type: sent.type };
    await post(`/api/phone/upload?${new URLSearchParams(about)}`, sent, "application/octet-stream");
    await refresh();
  } catch (error) {
    toast(error.message);
  }
}

/** Telegram makes a JPEG of every photo. */
async function asPhoto(file) {
  const picture = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d").drawImage(picture, 0, 0);
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.87 });
}

function closeMenu({ target }) {
  const menu = part("phone-head").querySelector("details[open]");
  if (menu && !target.closest?.("summary")) menu.open = false;
  const code = target.closest?.("#phone-chat .copies");
  if (code) copy(code.textContent);
}
