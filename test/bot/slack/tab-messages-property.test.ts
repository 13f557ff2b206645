import type { ModalView } from "@slack/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LoadedTab, TabContext } from "#bot/slack/account/tab.ts";
import { connectionsTab } from "#bot/slack/account/tabs/connections.ts";
import { emailsTab } from "#bot/slack/account/tabs/emails.ts";
import { emailBlocks } from "#bot/slack/account/tabs/emails-view.ts";
import { messagesTab } from "#bot/slack/account/tabs/messages.ts";
import { messageBlocks, sizeBlocks } from "#bot/slack/account/tabs/messages-blocks.ts";
import { messageDetails } from "#bot/slack/account/tabs/messages-text.ts";
import { tasksTab } from "#bot/slack/account/tabs/tasks.ts";
import { accountView } from "#bot/slack/account/view.ts";
import { workspaceOf } from "#bot/slack/account/workspace.ts";
import type { Blocks } from "#bot/slack/block-kit.ts";
import type { SlackReads } from "#bot/slack/reads.ts";
import { createTexts } from "#bot/texts/texts.ts";
import { PERMISSIONS } from "#core/access/permissions.ts";
import { date } from "#core/calendar.ts";
import type { ConnectionId, ContractId, CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import { cents } from "#core/money.ts";
import type { Account } from "#db/queries/account/account.ts";
import type { Message, Task } from "#db/queries/account/account-work.ts";
import type { ConnectionEntry } from "#db/queries/account/connections.ts";
import { validateView } from "#test/emulators/slack/validate.ts";

const today = date("2026-07-01");
const texts = createTexts("pt-BR", today);

/** What Slack would make something of. */
const HOSTILE = [
  "*b*",
  "_i_",
  "~x~",
  "`c`",
  "<!channel>",
  "<https://x.example|aqui>",
  "> q",
  "&lt;",
  "😀",
];
const typed = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme", maxLength: 40 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => [...parts.join(" ")].slice(0, 300).join(""));
const long = fc.array(typed, { maxLength: 30 }).map((parts) => parts.join("\n").slice(0, 10_000));
const id = fc.uuid();
const operator = fc.constantFrom("ana", "bruno").map((name) => name as OperatorId);
const moment = fc.date({
  min: new Date("2020-01-01"),
  max: new Date("2030-01-01"),
  noInvalidDate: true,
});
const day = fc.constantFrom("2021-02-03", "2026-06-30", "2026-12-31").map(date);
const number = fc.integer({ min: 1, max: 1_000_000_000 });
const tenOf = <Row>(row: fc.Arbitrary<Row>, selector: (one: Row) => unknown) =>
  fc.uniqueArray(row, { selector, maxLength: 10 });

const message: fc.Arbitrary<Message> = fc.record({
  id: number,
  channel: fc.constantFrom("email", "sms", "app"),
  recipients: fc.array(fc.oneof(typed, fc.constant("+5581987654321")), { maxLength: 20 }),
  copies: fc.array(typed, { maxLength: 20 }),
  subject: fc.option(typed),
  body: long,
  note: fc.option(typed),
  segments: fc.option(fc.integer({ min: 1, max: 10 })),
  invoices: fc.array(
    id.map((one) => one as InvoiceId),
    { maxLength: 100 },
  ),
  status: fc.constantFrom("queued", "sent", "delivered", "failed", "dropped"),
  sentBy: operator,
  queuedAt: moment,
  finishedAt: fc.option(moment),
});

const task: fc.Arbitrary<Task> = fc.record({
  id: number,
  title: typed,
  dueOn: day,
  dueTime: fc.option(fc.constant("14:30")),
  assignee: operator,
  body: fc.option(long),
  status: fc.constantFrom("open", "done", "cancelled"),
  createdBy: operator,
  createdAt: moment,
  closedBy: fc.option(operator),
  closedAt: fc.option(moment),
  closingNote: fc.option(long),
});

const connection: fc.Arbitrary<ConnectionEntry> = fc.record({
  connection: id.map((one) => one as ConnectionId),
  contract: id.map((one) => one as ContractId),
  plan: fc.option(typed),
  login: typed,
  nas: fc.option(typed),
  status: fc.constantFrom("normal", "reduced", "blocked"),
  blockedOn: fc.option(day),
  wanted: fc.option(fc.constantFrom("normal", "blocked", "disconnected")),
  wantedReason: fc.option(typed),
  wantedBy: fc.option(operator),
  wantedAt: fc.option(moment),
  exceptions: fc.array(fc.record({ id: number, until: day, reason: typed, grantedBy: operator }), {
    maxLength: 3,
  }),
});

const NOTHING = { invoices: 0, amountCents: cents(0) };
const accountOf = (name: string): Account => ({
  customer: "C1" as CustomerId,
  name,
  taxId: null,
  city: name,
  state: "PE",
  operator: null,
  account: null,
  openedOn: null,
  totals: {
    classified: NOTHING,
    "in contact": NOTHING,
    "awaiting negotiation": NOTHING,
    "in agreement": NOTHING,
    settled: NOTHING,
    replaced: NOTHING,
    broken: NOTHING,
  },
  contracts: [],
  law: { notices: [], disputes: [], blocked: [] },
});

const contextOf = (name: string, tab: 6 | 7 | 8 | 10): TabContext => ({
  person: {
    id: "ana" as OperatorId,
    name,
    role: "operator",
    permissions: new Set(PERMISSIONS),
    slackUser: "U1",
  },
  texts,
  today,
  timeZone: "America/Sao_Paulo",
  account: accountOf(name),
  workspace: workspaceOf("C1" as CustomerId, tab),
  nameOf: () => name,
});

const TABS = { 6: emailsTab, 7: messagesTab, 8: tasksTab, 10: connectionsTab } as const;

async function shownOn(tab: keyof typeof TABS, rows: readonly unknown[]): Promise<LoadedTab> {
  const page = { ok: true, value: { rows, next: "next" } } as const;
  const reads = { tab: async () => page } as unknown as SlackReads;
  const loaded = await TABS[tab].load(reads, workspaceOf("C1" as CustomerId, tab), today);
  if (!loaded.ok) throw new Error("a page was refused");
  return loaded.value;
}

/** Valid for Slack, and without a mention, a link or a format that somebody typed. */
function expectHarmless(view: ModalView): void {
  expect(validateView(view as never)).toEqual([]);
  for (const text of markedUp(view)) {
    expect(text).not.toMatch(/[<>]/);
    expect(text.replace(":hourglass_flowing_sand:", "")).not.toMatch(/[_~`](?!\u200b)/);
  }
}

function markedUp(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  if ("type" in node && node.type === "mrkdwn" && "text" in node) return [String(node.text)];
  return Object.values(node).flatMap(markedUp);
}

const modal = (blocks: Blocks): ModalView => ({
  type: "modal",
  callback_id: "any",
  title: { type: "plain_text", text: "x" },
  submit: { type: "plain_text", text: "x" },
  blocks,
});

const RUNS = { numRuns: 40 };

describe("whatever was typed", () => {
  it("a tab shows it in a view that Slack takes, and nothing of it is markup", async () => {
    const tabs = fc.oneof(
      fc.tuple(
        fc.constant(6 as const),
        tenOf<unknown>(message, (one) => (one as Message).id),
      ),
      fc.tuple(
        fc.constant(7 as const),
        tenOf<unknown>(message, (one) => (one as Message).id),
      ),
      fc.tuple(
        fc.constant(8 as const),
        tenOf<unknown>(task, (one) => (one as Task).id),
      ),
      fc.tuple(
        fc.constant(10 as const),
        tenOf<unknown>(connection, (one) => (one as ConnectionEntry).connection),
      ),
    );
    await fc.assert(
      fc.asyncProperty(tabs, typed, async ([tab, rows], name) => {
        const shown = await shownOn(tab, rows);
        const about = contextOf(name, tab);
        expectHarmless(accountView({ context: about, tabs: Object.values(TABS), shown }));
      }),
      RUNS,
    );
  });

  it("a message opens whole", () => {
    fc.assert(
      fc.property(message, typed, (row, name) => {
        const details = messageDetails(row, contextOf(name, 6));
        expectHarmless(modal(details));
        const whole = JSON.stringify(details.map((block) => ("text" in block ? block.text : "")));
        for (const word of row.body.match(/[a-z]{4,}/g) ?? []) expect(whole).toContain(word);
      }),
      RUNS,
    );
  });

  it("the forms take it, with as many templates and invoices as there are", () => {
    const template = fc.record({
      channel: fc.constantFrom("email" as const, "sms" as const),
      name: typed.map((name) => name.slice(0, 100) || "x"),
      subject: fc.option(typed),
      body: long,
    });
    const invoice = fc.record({
      invoice: id.map((one) => one as InvoiceId),
      number: fc.option(typed),
      description: fc.option(typed),
      dueDate: day,
      balanceCents: number.map(cents),
    });
    const form = fc.record({
      customer: typed,
      email: fc.option(typed),
      templates: fc.array(template, { maxLength: 120 }),
      invoices: fc.uniqueArray(invoice, { selector: (one) => one.invoice, maxLength: 100 }),
      maySave: fc.boolean(),
      forbidden: fc.option(typed, { nil: undefined }),
      mobile: fc.option(typed),
    });
    fc.assert(
      fc.property(form, long, (filled, text) => {
        expectHarmless(modal(emailBlocks(filled, texts)));
        const reach = { email: filled.email, mobile: filled.mobile, chats: 2 };
        for (const channel of ["sms", "app"] as const) {
          expectHarmless(modal(messageBlocks({ ...filled, channel, reach }, texts)));
        }
        expectHarmless(modal([...sizeBlocks(text, true, texts)]));
      }),
      RUNS,
    );
  });
});
