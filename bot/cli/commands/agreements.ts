import type { AgreementNumber } from "#core/ids.ts";
import { formatAmount } from "#core/money.ts";
import { approveAgreement, refuseAgreement } from "#core/use-cases/decide-approval.ts";
import { rescindAgreement } from "#core/use-cases/rescind-agreement.ts";
import { ask } from "../call.ts";
import { define, needed } from "../command.ts";
import { anyText, sequenceNumber } from "../readers.ts";
import { table } from "../render.ts";

const AGREEMENT = needed(
  "--agreement <number>",
  "the agreement's number",
  sequenceNumber<AgreementNumber>("an agreement's number"),
);
const REASON = needed("--reason <text>", "why, in at most 500 characters", anyText);

export const approve = define({
  name: "approve",
  help: "Puts an agreement that awaits approval in force. Its author may not approve it, and the approver's allowance must cover it.",
  example: "--agreement 12 --operator ana",
  flags: { agreement: AGREEMENT },
  async work(call, { agreement }) {
    const { invoices, status } = await ask(call, approveAgreement, { agreement });
    return {
      json: { agreement, status, invoices },
      text: [`Agreement ${agreement} is ${status}. Awaited: ${invoices.join(", ")}`],
    };
  },
});

export const refuse = define({
  name: "refuse",
  help: "Refuses an agreement that awaits approval; its invoices are free again.",
  example: '--agreement 12 --reason "Discount too high" --operator ana',
  flags: { agreement: AGREEMENT, reason: REASON },
  async work(call, { agreement, reason }) {
    const { invoices, status } = await ask(call, refuseAgreement, { agreement, reason });
    return {
      json: { agreement, status, invoices },
      text: [`Agreement ${agreement} is ${status}.`],
    };
  },
});

export const rescind = define({
  name: "rescind",
  help: "Takes an agreement back: its unpaid new invoices are deleted, its sources await negotiation again, and what was paid (in reais) is credited to them, oldest due date first.",
  example: '--agreement 12 --reason "Customer asked for other terms"',
  flags: { agreement: AGREEMENT, reason: REASON },
  async work(call, input) {
    const { agreement, restored } = await ask(call, rescindAgreement, input);
    const rows = restored.map(({ invoice, amount, credited }) => ({
      invoice,
      amount: formatAmount(amount),
      credited: formatAmount(credited),
    }));
    return {
      json: { agreement, restored: rows },
      text: [`Agreement ${agreement} is rescinded. Restored:`, ...table(rows)],
    };
  },
});
