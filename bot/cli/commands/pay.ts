import type { InvoiceId } from "#core/ids.ts";
import { formatAmount } from "#core/money.ts";
import { recordPayment } from "#core/use-cases/record-payment.ts";
import { ask } from "../call.ts";
import { define, needed, optional } from "../command.ts";
import { amount, day, id, text } from "../readers.ts";

export const pay = define({
  name: "pay",
  help: "Settles an invoice by hand, in whole or in part. Without --amount: what is owed that day, the on-time discount taken off and the fine and interest of the settings charge.lateFine and charge.lateInterest added where they are due.",
  example: "--invoice F881 --amount 129.90 --paid-at 2026-11-24",
  flags: {
    invoice: needed("--invoice <id>", "the invoice's id", id<InvoiceId>("an invoice's id")),
    amount: optional("--amount <reais>", "what was paid, in R$ (129.90)", amount),
    paidAt: optional(
      "--paid-at <YYYY-MM-DD>",
      "day of payment, today or before (default: today)",
      day,
    ),
    method: optional("--method <text>", "how it was paid, such as pix", text(100)),
  },
  async work(call, { invoice, amount: amountCents, paidAt, method }) {
    const paid = await ask(call, recordPayment, { invoice, amountCents, paidAt, method });
    const json = {
      invoice,
      amount: formatAmount(paid.amount),
      applied: formatAmount(paid.applied),
      balance: formatAmount(paid.balance),
      credit: formatAmount(paid.credit),
      ...(paid.lateCharges === undefined ? {} : { lateCharges: formatAmount(paid.lateCharges) }),
      settled: paid.settled,
      voided: paid.voided,
    };
    const outcome = paid.settled ? "it is settled" : `R$ ${json.balance} are still owed`;
    return {
      json,
      text: [
        `R$ ${json.amount} were recorded on invoice ${invoice}: ${outcome}.`,
        ...(paid.voided === null
          ? []
          : [`Agreement ${paid.voided}, which waited for approval over it, is void.`]),
        ...(paid.lateCharges === undefined
          ? []
          : [`Of it, fine and interest: R$ ${formatAmount(paid.lateCharges)}.`]),
        ...(paid.credit > 0 ? [`Beyond what was owed: R$ ${json.credit}.`] : []),
      ],
    };
  },
});
