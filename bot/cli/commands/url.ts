import { CHART_NAMES } from "#core/charts.ts";
import type { AgreementNumber, InvoiceId, OperatorId } from "#core/ids.ts";
import type { Links } from "#core/links.ts";
import { mustHold } from "../call.ts";
import { type Answer, define, optional } from "../command.ts";
import { choice, id, sequenceNumber } from "../readers.ts";
import type { Call } from "../services.ts";

const SIGNED = "Whoever has the address can open it until it expires.";

export const urlInvoice = define({
  name: "url invoice",
  help: `Makes a signed address of an invoice's PDF, good for 45 days. ${SIGNED}`,
  example: "F881",
  args: [{ name: "<invoice>", help: "the invoice's id", read: id<InvoiceId>("an invoice's id") }],
  async work(call, _, [invoice]) {
    await mustHold(call, "invoice.print");
    return addressOf(call, (links) => links.invoice(invoice));
  },
});

export const urlAgreement = define({
  name: "url agreement",
  help: `Makes a signed address of all that is still to be paid of an agreement, as PDF, good for 45 days. ${SIGNED}`,
  example: "12",
  args: [
    {
      name: "<agreement>",
      help: "the agreement's number",
      read: sequenceNumber<AgreementNumber>("an agreement's number"),
    },
  ],
  async work(call, _, [agreement]) {
    await mustHold(call, "invoice.print");
    return addressOf(call, (links) => links.agreement(agreement));
  },
});

const CHART = {
  name: "<name>",
  help: `one of ${CHART_NAMES.join(", ")}`,
  read: choice(CHART_NAMES),
};

export const urlChart = define({
  name: "url chart",
  help: `Makes a signed address of a chart, good for 7 days. ${SIGNED}`,
  example: "outcome --format png",
  args: [CHART],
  flags: {
    format: optional(
      "--format <format>",
      "png, svg or csv (default: png)",
      choice(["png", "svg", "csv"] as const),
    ),
  },
  async work(call, { format = "png" }, [name]) {
    await mustHold(call, "panel.charts");
    if (format === "csv") await mustHold(call, "csv.export");
    return addressOf(call, (links) => links.chart(name, format));
  },
});

export const urlDashboard = define({
  name: "url dashboard",
  help: "Makes a signed address that opens the dashboard as an operator, good for 15 minutes; the page then stays open for 8 hours. Send it to nobody else. Opening it as somebody else needs the permission to manage operators.",
  example: "gil",
  args: [
    {
      name: "<operator>",
      help: "the operator's id",
      read: id<OperatorId>("an operator's id"),
    },
  ],
  async work(call, _, [operator]) {
    await mustHold(call, operator === call.actor ? "panel.charts" : "operator.manage");
    return addressOf(call, (links) => links.dashboard(operator));
  },
});

async function addressOf(call: Call, make: (links: Links) => string): Promise<Answer> {
  const { links } = await call.open();
  const url = make(await links());
  return { json: { url }, text: [url] };
}
