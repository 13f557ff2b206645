import { dropOutbox, retryOutbox } from "#core/use-cases/manage-outbox.ts";
import { ask, mustHold } from "../call.ts";
import { define, needed, optional } from "../command.ts";
import { listFailure } from "../list-refusal.ts";
import { anyText, sequenceNumber, text, wholeNumber } from "../readers.ts";
import { table } from "../render.ts";

const ID = needed(
  "--id <number>",
  "its number in the list",
  sequenceNumber("a number of the list"),
);

export const outboxList = define({
  name: "outbox list",
  help: "Lists what was to be sent and did not leave, newest first, with the reason: given up on, tried again later, or waiting for a channel that is off.",
  example: "--limit 20",
  flags: {
    limit: optional("--limit <rows>", "rows of a page (20)", wholeNumber(1, 200)),
    after: optional("--after <cursor>", 'the "next" of the page before', text(500)),
  },
  async work(call, { limit, after }) {
    await mustHold(call, "outbox.manage");
    const { readUnsent } = await call.open();
    const page = await readUnsent({ limit, after });
    if (!page.ok) throw listFailure(page.refusal);
    const rows = page.value.rows.map((row) => ({
      id: row.id,
      what: row.what,
      channel: row.channel,
      customer: row.customer,
      status: row.failedAt === null ? "waiting" : "failed",
      attempts: row.attempts,
      error: row.error,
      createdAt: row.createdAt.toISOString(),
    }));
    const { next } = page.value;
    return {
      json: { rows, next },
      text: rows.length === 0 ? ["Everything has left."] : table(rows),
    };
  },
});

export const outboxRetry = define({
  name: "outbox retry",
  help: "Sends again what did not leave, once what was wrong is put right.",
  example: "--id 12",
  flags: { id: ID },
  async work(call, { id: entry }) {
    const { id, what } = await ask(call, retryOutbox, { entry });
    return { json: { id, what, status: "waiting" }, text: [`${id} (${what}) is sent again.`] };
  },
});

export const outboxDrop = define({
  name: "outbox drop",
  help: "Lets go of what did not leave and is of no use any more; the history keeps what it was.",
  example: '--id 12 --reason "the customer was called instead"',
  flags: { id: ID, reason: needed("--reason <text>", "why", anyText) },
  async work(call, { id: entry, reason }) {
    const { id, what } = await ask(call, dropOutbox, { entry, reason });
    return { json: { id, what, status: "dropped" }, text: [`${id} (${what}) is dropped.`] };
  },
});
