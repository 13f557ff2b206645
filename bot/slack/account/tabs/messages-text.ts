import { localMoment } from "#core/law/local-moment.ts";
import { maskPhone, parsePhone } from "#core/phone.ts";
import type { Message } from "#db/queries/account/account-work.ts";
import { type Blocks, cut, section, typed } from "../../block-kit.ts";
import { plainSection } from "../../plain-blocks.ts";
import type { TabContext } from "../tab.ts";

export type Telling = Pick<TabContext, "texts" | "nameOf" | "timeZone">;

/** A message in the lines of a list: what, to whom, by whom, and what became of it. */
export function messageText(row: Message, telling: Telling): string {
  const { texts, nameOf, timeZone } = telling;
  const { say, date } = texts;
  const queued = localMoment(row.queuedAt.getTime(), timeZone);
  const facts = {
    status: say(`slack-work-message-${row.status}`),
    to: typed(cut(recipientsOf(row, telling), MAX_RECIPIENTS)),
    who: typed(nameOf(row.sentBy)),
    when: `${date(queued.date)} ${queued.time}`,
  };
  if (row.channel === "email") {
    const subject = typed(cut(row.subject ?? "", MAX_TITLE));
    return say("slack-work-email", { ...facts, subject });
  }
  return say("slack-work-message", {
    ...facts,
    channel: say(`slack-work-channel-${row.channel}`),
    segments:
      row.segments === null ? "" : ` · ${say("slack-work-segments", { count: row.segments })}`,
    excerpt: typed(cut(row.body.replace(/\s+/g, " "), MAX_EXCERPT)),
  });
}

/** The whole of it, for the one who looks. */
export function messageDetails(row: Message, telling: Telling): Blocks {
  const { say, date } = telling.texts;
  const more = [
    row.copies.length === 0 ? "" : say("slack-work-copies", { to: row.copies.join(", ") }),
    row.invoices.length === 0
      ? ""
      : say("slack-work-about-invoices", { invoices: row.invoices.join(", ") }),
    row.note === null ? "" : say("slack-work-note-line", { note: row.note }),
    row.finishedAt === null
      ? ""
      : say("slack-work-finished", {
          when: date(localMoment(row.finishedAt.getTime(), telling.timeZone).date),
        }),
  ].filter((line) => line !== "");
  return [
    section(messageText(row, telling)),
    ...(more.length === 0 ? [] : [plainSection(more)]),
    ...longText(row.body),
  ];
}

/** A text of any length, as it was typed, in as many sections as it takes. */
export const longText = (text: string): Blocks =>
  (text.match(PIECES) ?? []).map((piece) => plainSection([piece]));

function recipientsOf({ channel, recipients }: Message, { texts }: Telling): string {
  if (channel === "app") return texts.say("slack-work-chats", { count: recipients.length });
  if (channel === "email") return recipients.join(", ");
  return recipients.map(masked).join(", ");
}

/** Enough to recognise the number. */
function masked(number: string): string {
  const phone = parsePhone(number);
  return phone === undefined ? number : maskPhone(phone);
}

const MAX_TITLE = 150;
const MAX_RECIPIENTS = 300;
const MAX_EXCERPT = 200;
const PIECES = /[\s\S]{1,2900}/gu;
