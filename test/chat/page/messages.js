import { drawBlocks } from "./blocks.js";
import { make } from "./dom.js";
import { drawText } from "./mrkdwn.js";

/** The messages of a channel; answers stand under what they answer. */
export function drawMessages(messages, { as, surfaceOf, people }) {
  const roots = messages.filter(({ thread_ts: root, ts }) => root === undefined || root === ts);
  const known = new Set(roots.map(({ ts }) => ts));
  const answers = Map.groupBy(
    messages.filter((one) => !roots.includes(one)),
    ({ thread_ts: root }) => root,
  );
  const lost = messages.filter((one) => !roots.includes(one) && !known.has(one.thread_ts));
  return [...roots, ...lost].flatMap((message) => [
    drawMessage(message, { as, surfaceOf, people }),
    ...(answers.get(message.ts) ?? [])
      .filter((one) => !lost.includes(one))
      .map((one) => drawMessage(one, { as, surfaceOf, people, isAnswer: true })),
  ]);
}

function drawMessage(message, { as, surfaceOf, people, isAnswer = false }) {
  const { user, text, blocks, ts, edited, ephemeralTo, files = [] } = message;
  const name = people.get(user) ?? (message.bot_id ? "Acordo" : user);
  return make(
    "article",
    { className: `message ${isAnswer ? "answer" : ""}`, dataset: { ts } },
    make("span", { className: `face ${message.bot_id ? "app" : ""}` }, name[0]),
    make(
      "div",
      { className: "body" },
      ephemeralTo && make("div", { className: "hint" }, "Visível somente para você"),
      make(
        "div",
        { className: "from" },
        make("strong", {}, name),
        message.bot_id && make("span", { className: "badge" }, "APP"),
        make("time", {}, timeOf(ts)),
        edited && make("span", { className: "hint" }, "(editada)"),
      ),
      blocks
        ? drawBlocks(blocks, surfaceOf(message))
        : make("div", { className: "text" }, drawText({ type: "mrkdwn", text }, people)),
      files.map((file) => drawFile(file, as)),
    ),
  );
}

const timeOf = (ts) =>
  new Date(Number(ts) * 1_000).toLocaleTimeString("pt-BR", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "America/Sao_Paulo",
  });

function drawFile({ id, name, bytes, isPicture }, as) {
  const href = `/files/${id}?as=${encodeURIComponent(as)}`;
  return isPicture
    ? make("img", { src: href, alt: name, className: "picture" })
    : make("a", { href, download: name, className: "file" }, `${name} · ${bytes} bytes`);
}
