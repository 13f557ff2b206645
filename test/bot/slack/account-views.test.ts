import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formView } from "#bot/slack/account/on-top.ts";
import type { TabContext } from "#bot/slack/account/tab.ts";
import { LIST_NAMES } from "#bot/slack/account/tabs/agreement-rows.ts";
import { DETAIL, detailBlocks } from "#bot/slack/account/tabs/agreement-view.ts";
import { TABS } from "#bot/slack/account/tabs.ts";
import { accountView } from "#bot/slack/account/view.ts";
import { type Workspace, workspaceOf } from "#bot/slack/account/workspace.ts";
import type { SlackDeps } from "#bot/slack/deps.ts";
import type { SlackReads } from "#bot/slack/reads.ts";
import { createTexts } from "#bot/texts/texts.ts";
import { PERMISSIONS } from "#core/access/permissions.ts";
import { date } from "#core/calendar.ts";
import { STAGES } from "#core/collection/stage.ts";
import { cents } from "#core/money.ts";
import type { AgreementDetails } from "#db/queries/account/agreement.ts";
import { validateView } from "#test/emulators/slack/validate.ts";
import { agreementNumber, customerId, invoiceId, operatorId } from "#test/support/provider.ts";

const DAY = date("2026-06-10");
const texts = createTexts("pt-BR", DAY);
const amount = cents(123_456_789_01);

/** What a person or another system may have written, the longest and the worst. */
const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.constantFrom("<!channel> <@U1>", "*b* _i_ ~s~ `c`", "> x\n• y", "&amp;lt;", "", " "),
  fc.constantFrom("😀".repeat(200), "&".repeat(5_000), "<".repeat(5_000), "ação ".repeat(2_000)),
);
const id = fc.oneof(fc.constantFrom("<@U1>", "*1*"), fc.string({ minLength: 1, maxLength: 100 }));

type Written = { readonly text: string; readonly id: string };

const rowsOf = ({ text, id }: Written) => {
  const by = operatorId(id);
  const moment = new Date("2026-06-10T12:00:00Z");
  const due = { amountCents: amount, dueDate: DAY, invoice: invoiceId(id), number: text };
  const agreement = agreementNumber(7);
  return {
    1: {
      ...{ invoice: invoiceId(id), number: text, description: text, dueDate: DAY, daysOverdue: 3 },
      ...{ balanceCents: amount, billedCents: cents(1), authorisation: "authorised" },
      due: {
        balanceCents: amount,
        fineCents: cents(2),
        interestCents: cents(3),
        totalCents: amount,
      },
    },
    2: {
      ...{ id: 1, onDate: DAY, actor: by, actorName: text, invoice: invoiceId(id), agreement },
      ...{ kind: "spc_registered", data: { record: 1, amountCents: amount, details: text } },
    },
    4: {
      ...{ id: 1, direction: "active", medium: "in person", answeredBy: text, category: text },
      ...{ subject: text, body: text, recordedBy: by, recordedAt: moment },
    },
    5: {
      ...{
        id: 1,
        name: text,
        description: text,
        sizeBytes: 99,
        uploadedBy: by,
        uploadedAt: moment,
      },
    },
    agreements: {
      ...{
        id: agreement,
        kind: "renegotiated",
        status: "live",
        toleranceDate: DAY,
        category: text,
      },
      ...{ totalCents: amount, madeBy: by, madeOn: DAY, endedOn: DAY, endReason: text },
    },
    invoices: { ...due, agreement, isSource: true, isAwaited: true, state: "open", stage: null },
    promised: {
      ...{ ...due, agreement, instalment: 1, toleranceDate: DAY, breaksAfter: DAY },
      ...{ settledOn: null, spcRecord: 4 },
    },
  } as const;
};

const account = ({ text, id }: Written): TabContext["account"] => ({
  customer: customerId(id),
  name: text,
  taxId: "***.982.247-**",
  city: text,
  state: "PE",
  operator: operatorId(id),
  account: 12,
  openedOn: DAY,
  totals: Object.fromEntries(
    [...STAGES, "broken"].map((stage) => [stage, { invoices: 2, amountCents: amount }]),
  ) as TabContext["account"]["totals"],
  contracts: [],
  law: {
    notices: [{ kind: "bureau", contract: null, deliveredOn: DAY }],
    disputes: Array.from({ length: 9 }, () => ({
      ...{ invoice: invoiceId(id), openedOn: DAY, answeredOn: null, upheld: null },
    })),
    blocked: [],
  },
});

const contextOf = (written: Written, workspace: Workspace): TabContext => ({
  person: {
    ...{ id: operatorId("ana"), name: "ana", role: "operator", slackUser: "U1" },
    permissions: new Set(PERMISSIONS),
  },
  texts,
  today: date("2026-07-01"),
  timeZone: "America/Sao_Paulo",
  account: account(written),
  workspace,
  nameOf: () => written.text,
});

/** Full pages of the same row. */
function readsOf(written: Written): SlackReads {
  const rows = rowsOf(written);
  const page = (row: object, limit: number) => ({
    rows: Array.from({ length: limit }, (_, index) => ({
      ...row,
      id: index,
      ...("invoice" in row ? { invoice: `${index}${row.invoice}`.slice(0, 100) } : {}),
    })),
    next: "x".repeat(175),
  });
  const tab = async (_: unknown, number: number, { limit = 20 }: { limit?: number }) => {
    const { agreements, invoices, promised } = rows;
    const lists = {
      ...{ agreements: page(agreements, limit), invoices: page(invoices, limit) },
      ...{ awaiting: page(promised, limit), pastTolerance: page(promised, limit) },
      paid: page(promised, limit),
    };
    const row = number === 3 ? rows[2] : (rows[number as 1] ?? {});
    const distinct = { ...row, ...(number === 1 ? {} : { agreement: 7 }) };
    return { ok: true, value: number === 9 ? lists : page(distinct, limit) };
  };
  return { tab } as unknown as SlackReads;
}

/** All that Slack would read formats, links and mentions in. */
function markup(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { type, text } = node as { type?: unknown; text?: unknown };
  if (type === "mrkdwn") return [String(text)];
  return Object.values(node).flatMap(markup);
}

function expectSound(view: unknown): void {
  expect(validateView(view)).toEqual([]);
  expect(markup(view).filter((text) => /[<>]/.test(text))).toEqual([]);
}

const OURS = [1, 2, 3, 4, 5, 9] as const;

describe("the views of an account, whatever anybody wrote", () => {
  it.each(OURS)("show tab %i, and nothing is read as markup", async (number) => {
    const lists = number === 9 ? LIST_NAMES : [undefined];
    const tab = TABS.find((one) => one.number === number);
    await fc.assert(
      fc.asyncProperty(words, id, fc.constantFrom(...lists), async (text, name, list) => {
        const written = { text, id: name };
        const workspace = { ...workspaceOf(customerId(name), number), list, trail: ["x"] };
        const context = contextOf(written, workspace);
        const loaded = await tab?.load(readsOf(written), workspace, DAY);
        if (loaded?.ok !== true) throw new Error("not loaded");
        expectSound(accountView({ context, tabs: TABS, shown: loaded.value }));
      }),
      { numRuns: 60 },
    );
  });

  it("show an agreement of any length", () => {
    fc.assert(
      fc.property(words, id, fc.nat(300), (text, name, count) => {
        const one = {
          ...{ invoice: invoiceId(name), number: text, amountCents: amount, dueDate: DAY },
          ...{ state: "open", stage: "in agreement", breaksAfter: DAY, settledOn: null },
          lines: [{ term: "base", amountCents: amount, ledgerUnit: null }],
        };
        const many = Array.from({ length: count }, (_, index) => ({ ...one, instalment: index }));
        const agreement = {
          ...{ agreement: 7, name: text, kind: "renegotiated", status: "live", category: text },
          ...{ baseCents: amount, totalCents: amount, toleranceDate: DAY, madeOn: DAY },
          ...{ madeBy: name, feesReason: text, endedOn: DAY, endReason: text },
          ...{ sources: many, instalments: many },
        } as unknown as AgreementDetails;
        const context = {
          ...{ texts, today: date("2026-07-01"), nameOf: () => text },
          ...{ mayPrint: true, mayRescind: true, mayRenegotiate: true },
        };
        const form = {
          ...{ callbackId: DETAIL.view, titleId: "slack-account-agreement-title", own: {} },
          ...{ place: { viewId: "V1", workspace: workspaceOf(customerId(name)) } },
          blocks: detailBlocks(agreement, context),
        };
        expectSound(formView({ texts } as SlackDeps, form));
      }),
      { numRuns: 60 },
    );
  });
});
