import type { InvoiceId } from "#core/ids.ts";
import { formatAmount } from "#core/money.ts";
import { assignTitle, dismissTitle } from "#core/use-cases/assign-title.ts";
import { ask, mustHold } from "../call.ts";
import { define, needed, optional } from "../command.ts";
import { Failure } from "../failure.ts";
import { listFailure } from "../list-refusal.ts";
import { id, sequenceNumber, text, wholeNumber } from "../readers.ts";
import { outline, table, toDocument } from "../render.ts";

const PAGED = {
  limit: optional(
    "--limit <rows>",
    "rows of the page, 1 to 200 (default: 20)",
    wholeNumber(1, 200),
  ),
  after: optional("--after <cursor>", 'go on after a page: its "next"', text(1_000)),
};
const TITLE = needed(
  "--title <number>",
  "the title's number in return unmatched",
  sequenceNumber("a title's number"),
);

const FILE = {
  name: "<file>",
  help: "the file's number in return list",
  read: sequenceNumber("a file's number"),
};

type Page = { readonly rows: readonly object[]; readonly next: string | null };

const shown = ({ rows: found, next }: Page) => {
  const rows = found.map(toDocument) as object[];
  return {
    json: { rows, next },
    text: [
      ...(rows.length === 0 ? ["There is none."] : table(rows)),
      ...(next === null ? [] : [`More: --after ${next}`]),
    ],
  };
};

export const returnList = define({
  name: "return list",
  help: "Lists the return files that were read, the newest first: what each brought, where it went, and what is left over.",
  example: "--limit 10",
  flags: PAGED,
  async work(call, request) {
    await mustHold(call, "return.read");
    const page = await (await call.open()).returnFiles(request);
    if (!page.ok) throw listFailure(page.refusal);
    return shown(page.value);
  },
});

export const returnShow = define({
  name: "return show",
  help: "Shows one return file with a page of its titles in the order of its lines.",
  example: "3 --limit 50",
  args: [FILE],
  flags: PAGED,
  async work(call, request, [file]) {
    await mustHold(call, "return.read");
    const services = await call.open();
    const found = await services.returnFile(file);
    if (found === undefined)
      throw new Failure(`FILE: ${file} came, and no file was read under it.`);
    const page = await services.returnTitles(file, request);
    if (!page.ok) throw listFailure(page.refusal);
    const { json, text: titles } = shown(page.value);
    const about = toDocument(found) as object;
    return {
      json: { ...about, rows: json.rows, next: json.next },
      text: [...outline(about), "", ...titles],
    };
  },
});

export const returnUnmatched = define({
  name: "return unmatched",
  help: "Lists money of all return files that waits for an operator, the oldest first, each with the reason.",
  example: "--limit 50",
  flags: PAGED,
  async work(call, request) {
    await mustHold(call, "return.read");
    const page = await (await call.open()).leftOver(request);
    if (!page.ok) throw listFailure(page.refusal);
    return shown(page.value);
  },
});

export const returnAssign = define({
  name: "return assign",
  help: "Puts money that was left over on the invoice that it was meant for; everything follows as if the file had named it.",
  example: "--title 7 --invoice F881",
  flags: {
    title: TITLE,
    invoice: needed("--invoice <id>", "the invoice's id", id<InvoiceId>("an invoice's id")),
  },
  async work(call, asked) {
    const { title, invoice, amountCents, outcome } = await ask(call, assignTitle, asked);
    const amount = formatAmount(amountCents);
    return {
      json: { title, invoice, amount, outcome },
      text: [`R$ ${amount} of title ${title} are on invoice ${invoice}: ${outcome}.`],
    };
  },
});

export const returnDismiss = define({
  name: "return dismiss",
  help: "Puts money that was left over aside, with a reason: it was given back, recorded by hand before, or is not the provider's.",
  example: '--title 7 --reason "devolvido por Pix"',
  flags: { title: TITLE, reason: needed("--reason <text>", "why", text(1_000)) },
  async work(call, asked) {
    const { title, amountCents } = await ask(call, dismissTitle, asked);
    const amount = formatAmount(amountCents);
    return { json: { title, amount }, text: [`R$ ${amount} of title ${title} were put aside.`] };
  },
});
