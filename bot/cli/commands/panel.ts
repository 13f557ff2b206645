import type { Permission } from "#core/access/permissions.ts";
import type { OperatorId } from "#core/ids.ts";
import { formatAmount } from "#core/money.ts";
import { mustHold, permitted } from "../call.ts";
import { define, optional } from "../command.ts";
import { listFailure } from "../list-refusal.ts";
import { amount, choice, id, text, wholeNumber } from "../readers.ts";
import { table, toDocument } from "../render.ts";
import { PANEL_ORDERS, PANELS, type Panel } from "../services.ts";

const DAYS = wholeNumber(0, 36_500);
const FIRST_AND_LAST = { min: 1, max: 200 };

const NAME = { name: "<name>", help: `one of ${PANELS.join(", ")}`, read: choice(PANELS) };

export const panel = define({
  name: "panel",
  help: "Shows one of the panels 1 to 9: count, total amount in reais, and a page of rows.",
  example: "broken --limit 50 --city Campinas --order amount",
  args: [NAME],
  flags: {
    limit: optional(
      "--limit <rows>",
      `rows of the page, ${FIRST_AND_LAST.min} to ${FIRST_AND_LAST.max} (default: 20)`,
      wholeNumber(FIRST_AND_LAST.min, FIRST_AND_LAST.max),
    ),
    after: optional("--after <cursor>", 'go on after a page: its "next"', text(1_000)),
    search: optional(
      "--search <text>",
      "part of the customer's name, id or tax id, or a whole invoice id or number",
      text(200),
    ),
    city: optional("--city <name>", "only customers of this city", text(200)),
    operator: optional(
      "--operator-filter <id>",
      "only what this operator works",
      id<OperatorId>("the id of an operator"),
    ),
    daysOverdueFrom: optional("--overdue-from <days>", "at least so many days overdue", DAYS),
    daysOverdueTo: optional("--overdue-to <days>", "at most so many days overdue", DAYS),
    amountFrom: optional("--amount-from <reais>", "at least this amount (129.90)", amount),
    amountTo: optional("--amount-to <reais>", "at most this amount (129.90)", amount),
    order: optional(
      "--order <order>",
      `one of ${PANEL_ORDERS.join(", ")} (name: panels of customers only)`,
      choice(PANEL_ORDERS),
    ),
  },
  async work(call, flags, [name]) {
    await mustHold(call, permissionOf(name));
    const { readPanel } = await call.open();
    const page = await readPanel(name, { ...flags, today: call.today });
    if (!page.ok) throw listFailure(page.refusal);
    const { total, amountCents, next } = page.value;
    const rows = page.value.rows.map(toDocument) as object[];
    return {
      json: { panel: name, total, amount: formatAmount(amountCents), rows, next },
      text: [
        `${call.texts.say(`panel-${name}`)}: ${total}, in all R$ ${formatAmount(amountCents)}`,
        ...(rows.length === 0 ? [] : table(rows)),
        ...(next === null ? [] : [`More: --after ${next}`]),
      ],
    };
  },
});

export const panels = define({
  name: "panels",
  help: "Shows count and total amount in reais of the panels 1 to 9; those that the operator may not see are left out.",
  example: "--json",
  async work(call) {
    const shown = await permitted(call, NUMBERED);
    const { readPanelCounts } = await call.open();
    const counts = await readPanelCounts(call.today);
    const rows = shown.map(({ n, name }) => {
      const { total, amountCents } = counts[name];
      return { n, panel: name, total, amount: formatAmount(amountCents) };
    });
    return {
      json: Object.fromEntries(
        rows.map(({ panel: name, total, amount: sum }) => [name, { total, amount: sum }]),
      ),
      text: table(rows),
    };
  },
});

const permissionOf = (name: Panel): Permission => `panel.${name}`;

const NUMBERED = PANELS.map((name, index) => ({
  n: index + 1,
  name,
  permission: permissionOf(name),
}));
