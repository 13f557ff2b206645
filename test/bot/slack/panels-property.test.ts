import type { HomeView, ModalView } from "@slack/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidatesView } from "#bot/slack/command/view.ts";
import { homeOf } from "#bot/slack/home/publish.ts";
import { PANELS, type PanelState, panelState } from "#bot/slack/home/state.ts";
import { startBlocks } from "#bot/slack/home/view.ts";
import { cell, csvOf } from "#bot/slack/panels/csv.ts";
import { filterForm } from "#bot/slack/panels/filter-form.ts";
import { chooseView, confirmView, fitting } from "#bot/slack/panels/start-view.ts";
import { type PanelData, type PanelRow, panelBlocks, ROWS } from "#bot/slack/panels/view.ts";
import { rescindView } from "#bot/slack/rescind/view.ts";
import { registerView, removalView } from "#bot/slack/spc/form.ts";
import { createTexts } from "#bot/texts/texts.ts";
import { PERMISSIONS } from "#core/access/permissions.ts";
import { date } from "#core/calendar.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import type { LocalMoment } from "#core/law/local-moment.ts";
import { type Cents, cents } from "#core/money.ts";
import { validateView } from "#test/emulators/slack/validate.ts";

const texts = createTexts("pt-BR", date("2026-07-01"));
const today = date("2026-07-01");
const now: LocalMoment = { date: today, time: "14:00" };

/** What Slack, or a spreadsheet, would make something of. */
const HOSTILE = [
  "*negrito*",
  "_i_",
  "~x~",
  "`c`",
  "<!channel>",
  "<@U1>",
  "<https://x.example|aqui>",
  "https://x.example/a",
  ":rotating_light:",
  "> citação",
  "&lt;b&gt;",
  "#geral",
  "@here",
  "\n• lista",
  "=1+1",
  "👨‍👩‍👧‍👦",
  "😀",
  "\u202e",
  "{ $amount }",
];

/** Slack makes nothing of these in a text that is marked as verbatim. */
const HARMLESS: ReadonlySet<string> = new Set([
  "#geral",
  "@here",
  "\n• lista",
  "=1+1",
  "👨‍👩‍👧‍👦",
  "😀",
  "\u202e",
  "{ $amount }",
]);
const READ = HOSTILE.filter((piece) => !HARMLESS.has(piece));

const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.string({ unit: "binary", maxLength: 20 }),
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((parts) => [...parts.join(" ")].slice(0, 300).join("") || "x");
const amount = fc.integer({ min: 1, max: 100_000_000_000 }).map((value) => cents(value));
const day = fc.constantFrom("2021-02-03", "2025-12-31", "2026-06-30", "2026-07-01").map(date);
const id = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== "");
const city = fc.option(typed);
const operator = fc.option(id.map((text) => text as OperatorId));

const customerRow = fc.record({
  customer: id.map((text) => text as CustomerId),
  name: typed,
  invoices: fc.integer({ min: 1, max: 10_000 }),
  amountCents: amount,
  oldestDue: day,
  daysOverdue: fc.integer({ min: -5, max: 2_000 }),
  city,
  operator,
});

const invoiceRow = fc.record({
  invoice: id.map((text) => text as InvoiceId),
  customer: id.map((text) => text as CustomerId),
  name: typed,
  amountCents: amount,
  dueDate: day,
  agreement: fc.integer({ min: 1, max: 1_000_000 }).map((number) => number as AgreementNumber),
  toleranceDate: day,
  city,
  operator,
  settledOn: day,
  daysBroken: fc.integer({ min: 1, max: 2_000 }),
  record: fc.integer({ min: 1 }),
  registeredOn: day,
  details: typed,
  expiresOn: day,
  removeBy: day,
  removedOn: day,
  removalDetails: typed,
});

const rowsOf = (panel: PanelState["panel"]): fc.Arbitrary<PanelRow[]> =>
  fc.array<PanelRow>(
    panel === "classified" || panel === "in-contact" || panel === "awaiting"
      ? customerRow
      : invoiceRow,
    { maxLength: ROWS },
  );

const person = fc.record({
  id: fc.constant("ana" as OperatorId),
  name: typed,
  role: typed,
  permissions: fc.subarray([...PERMISSIONS]).map((held) => new Set(held)),
  slackUser: fc.constant("U1"),
});

const filters = fc.record({
  search: fc.option(typed, { nil: undefined }),
  city: fc.option(typed, { nil: undefined }),
  operator: fc.option(fc.constant("ana" as OperatorId), { nil: undefined }),
  amountFrom: fc.option(amount, { nil: undefined }),
  daysOverdueFrom: fc.option(fc.nat(36_500), { nil: undefined }),
});

const panelData: fc.Arbitrary<PanelData> = fc.constantFrom(...PANELS).chain((panel) =>
  fc.record({
    person,
    state: fc
      .record({ filters, page: fc.integer({ min: 1, max: 1_000 }) })
      .map(({ filters: kept, page }) => ({
        ...panelState(panel, kept, "amount"),
        page,
        next: "x",
      })),
    page: fc.record({
      total: fc.constant(10_000),
      amountCents: amount,
      rows: rowsOf(panel),
      next: fc.constant("x"),
    }),
    today: fc.constant(today),
    now: fc.constant(now),
    nameOf: typed.map((name) => () => name),
  }),
);

/** Every text in which Slack would read marks. */
function marked(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(marked);
  if (typeof value !== "object" || value === null) return [];
  const node = value as Record<string, unknown>;
  if (node.type === "mrkdwn") expect(node.verbatim).toBe(true);
  const own = node.type === "mrkdwn" ? [String(node.text)] : [];
  return [...own, ...Object.values(node).flatMap(marked)];
}

/** A view that Slack shows, in which it reads nothing into what anybody typed: marks are only those of ours, in pairs. */
function expectPlain(view: HomeView | ModalView): void {
  expect(validateView(view)).toEqual([]);
  for (const text of marked(view)) {
    for (const piece of READ) expect(text).not.toContain(piece.trim());
    expect(text).not.toMatch(/^\s*&gt;/m);
    for (const line of text.split("\n")) {
      // A mark of ours has no character without width after it.
      expect(line.match(/\*(?!\u200b)/g)?.length ?? 0).toBeOneOf([0, 2]);
      expect(line).not.toMatch(/[_~`](?!\u200b)/);
    }
  }
}

describe("for any data", () => {
  it("a panel's page is a view that Slack shows as it is", () => {
    fc.assert(
      fc.property(panelData, (data) => expectPlain(homeOf(panelBlocks(data, texts)))),
      { numRuns: 150 },
    );
  });

  it("the start of the Home is one too", () => {
    const task = fc.record({
      id: fc.nat(),
      title: typed,
      customer: id.map((text) => text as CustomerId),
      name: typed,
      dueOn: day,
      dueTime: fc.option(fc.constant("14:30")),
    });
    const entry = fc.record({
      customer: id.map((text) => text as CustomerId),
      name: typed,
      city,
      state: fc.option(fc.constantFrom("PE", "SP")),
      localTime: fc.constant("14:00"),
      debts: fc.integer({ min: 1, max: 10_000 }),
      amountCents: amount,
      expectedCents: amount,
      oldestDue: day,
      daysOverdue: fc.nat(3_000),
      mine: fc.boolean(),
    });
    const counts = Object.fromEntries(
      PANELS.map((name) => [name, { total: 10_000, amountCents: 1 as Cents }]),
    ) as Parameters<typeof startBlocks>[0]["counts"];
    fc.assert(
      fc.property(
        person,
        fc.array(task, { maxLength: 5 }),
        fc.array(entry, { maxLength: 5 }),
        (who, first, entries) => {
          const data = {
            person: who,
            tasks: { total: 10_000, first },
            queue: { entries, heldBack: null },
            counts,
            today,
            now,
          };
          expectPlain(homeOf(startBlocks(data, texts)));
        },
      ),
      { numRuns: 100 },
    );
  });

  it("so are the forms and what they are chosen in", () => {
    const invoice = fc.record({
      invoice: fc.uuid().map((text) => text as InvoiceId),
      number: fc.option(typed),
      description: fc.option(typed),
      dueDate: day,
      balanceCents: amount,
    });
    const found = fc.record({
      customer: id.map((text) => text as CustomerId),
      name: typed,
      invoices: fc.uniqueArray(invoice, {
        selector: (one) => one.invoice,
        minLength: 1,
        maxLength: 100,
      }),
    });
    fc.assert(
      fc.property(found, filters, typed, (customer, kept, name) => {
        const chosen = fitting(
          customer.customer,
          customer.invoices.map((one) => one.invoice),
        );
        const last = Math.floor((customer.invoices.length - 1) / 10);
        for (const page of [0, last]) {
          const metadata = { customer: customer.customer, page, chosen };
          expectPlain(chooseView(customer, metadata, { today, texts }));
        }
        expectPlain(confirmView(customer, chosen, texts));
        expectPlain(filterForm(panelState("classified", kept), () => name, texts));
      }),
      { numRuns: 60 },
    );
  });

  it("so are the forms of the bureau, of a rescission, and the choice of a customer", () => {
    fc.assert(
      fc.property(typed, typed, typed, amount, (name, details, number, amountCents) => {
        const invoice = {
          invoice: "I" as InvoiceId,
          number,
          customer: "C" as CustomerId,
          name,
          amountCents,
          dueDate: today,
          agreement: 1 as AgreementNumber,
          live: {
            record: 1,
            details,
            registeredOn: today,
            settledOn: today,
            removeBy: today,
            expiresOn: today,
          },
        };
        expectPlain(registerView(invoice, undefined, { today, texts }));
        expectPlain(registerView(invoice, details, { today, texts }));
        expectPlain(removalView(invoice, { today, texts }));
        const one = { customer: "C" as CustomerId, name, taxId: null, city: details };
        expectPlain(candidatesView(Array(20).fill({ ...one, matchedBy: "name" as const }), texts));
        const restored = Array(200).fill({
          invoice: name as InvoiceId,
          amount: amountCents,
          credited: amountCents,
        });
        const agreement = {
          agreement: 1,
          name,
          kind: "renegotiated",
          totalCents: amountCents,
          instalments: [],
        };
        expectPlain(
          rescindView(
            agreement as unknown as Parameters<typeof rescindView>[0],
            { restored },
            texts,
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("no cell of a CSV begins like a formula", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const written = cell(text, ";");
        const shown = written.startsWith('"') ? written.slice(1) : written;
        expect(shown).not.toMatch(/^[=+\-@\t\r]/);
        expect(written.startsWith('"')).toBe(/^"/.test(written));
      }),
    );
    fc.assert(
      fc.property(fc.array(customerRow, { minLength: 1, maxLength: 20 }), (rows) => {
        const file = csvOf("classified", rows, texts);
        expect(parsed(file)).toHaveLength(rows.length + 1);
        for (const line of parsed(file)) expect(line).toHaveLength(8);
      }),
    );
  });
});

/** A CSV reader of a few lines, for what we write: quotes, `;` and CRLF. */
function parsed(file: string): string[][] {
  const lines: string[][] = [[]];
  const cells = file.slice(1).matchAll(/("(?:[^"]|"")*"|[^;\r\n]*)(;|\r\n)/g);
  for (const [, text = "", end] of cells) {
    lines.at(-1)?.push(text);
    if (end === "\r\n") lines.push([]);
  }
  return lines.slice(0, -1);
}
