import type { CustomerId } from "#core/ids.ts";
import { mustHold } from "../call.ts";
import { define, optional } from "../command.ts";
import { Failure } from "../failure.ts";
import { id, wholeNumber } from "../readers.ts";
import { outline, toDocument } from "../render.ts";

/** In the order of the tabs, 1 to 10. */
const TABS = [
  "invoices",
  "history",
  "invoice-history",
  "comments",
  "attachments",
  "emails",
  "messages",
  "tasks",
  "agreements",
  "connections",
] as const;

export const account = define({
  name: "account",
  help: `Shows a customer's collection account, whole or one tab: ${TABS.map((tab, i) => `${i + 1} ${tab}`).join(", ")}. Amounts in reais.`,
  example: "C1042 --tab 9 --json",
  args: [
    { name: "<customer>", help: "the customer's id", read: id<CustomerId>("a customer's id") },
  ],
  flags: { tab: optional("--tab <number>", "only this tab, 1 to 10", wholeNumber(1, TABS.length)) },
  async work(call, { tab }, [customer]) {
    const shown = tab === undefined ? TABS : TABS.slice(tab - 1, tab);
    for (const name of shown) await mustHold(call, `tab.${name}`);
    const { readAccount } = await call.open();
    const found = await readAccount(customer, { today: call.today, tab });
    if (found === undefined) {
      throw new Failure(call.texts.refusal({ code: "customer_unknown", customer }));
    }
    const document = toDocument(found) as object;
    return { json: document, text: outline(document) };
  },
});
