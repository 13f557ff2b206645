import type { InvoiceId } from "#core/ids.ts";
import { registerInSpc } from "#core/use-cases/register-in-spc.ts";
import { removeFromSpc } from "#core/use-cases/remove-from-spc.ts";
import { ask } from "../call.ts";
import { define, needed } from "../command.ts";
import { anyText, id } from "../readers.ts";

const FLAGS = {
  invoice: needed("--invoice <id>", "the invoice's id", id<InvoiceId>("an invoice's id")),
  details: needed(
    "--details <text>",
    "what was done in the bureau's own system, in at most 2000 characters",
    anyText,
  ),
};
const INTERNAL =
  "This is an internal register: the provider must also act in the bureau's own system.";

export const spcAdd = define({
  name: "spc add",
  help: `Notes that an unpaid invoice of an agreement was registered with the credit bureau, where the law allows it. ${INTERNAL}`,
  example: '--invoice AC12-1 --details "Registered on 24/11/2026, protocol 991"',
  flags: FLAGS,
  async work(call, input) {
    const { record, invoice, status } = await ask(call, registerInSpc, input);
    return {
      json: { record, invoice, status },
      text: [
        `Record ${record} of invoice ${invoice} is ${status}.`,
        call.texts.say("spc-internal"),
      ],
    };
  },
});

export const spcRemove = define({
  name: "spc remove",
  help: `Notes that an invoice's record was taken out of the credit bureau. ${INTERNAL}`,
  example: '--invoice AC12-1 --details "Paid; removed on 24/11/2026, protocol 1042"',
  flags: FLAGS,
  async work(call, input) {
    const { record, invoice, status } = await ask(call, removeFromSpc, input);
    return {
      json: { record, invoice, status },
      text: [
        `Record ${record} of invoice ${invoice} is ${status}.`,
        call.texts.say("spc-internal"),
      ],
    };
  },
});
