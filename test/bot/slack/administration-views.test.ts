import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categories } from "#bot/slack/administration/categories.ts";
import { changes } from "#bot/slack/administration/changes.ts";
import { ladderForm } from "#bot/slack/administration/ladder-form.ts";
import { readLines, stepLines } from "#bot/slack/administration/ladder-lines.ts";
import { ladders } from "#bot/slack/administration/ladders.ts";
import { operatorForm } from "#bot/slack/administration/operator-form.ts";
import { operators } from "#bot/slack/administration/operators.ts";
import { outbox } from "#bot/slack/administration/outbox.ts";
import { profiles } from "#bot/slack/administration/payment-profiles.ts";
import type { AdministrationReads } from "#bot/slack/administration/reads.ts";
import { roleForm } from "#bot/slack/administration/role-form.ts";
import { roles } from "#bot/slack/administration/roles.ts";
import { settingForm } from "#bot/slack/administration/setting-form.ts";
import { settings } from "#bot/slack/administration/settings.ts";
import { firstPage, type Standing, type Subject } from "#bot/slack/administration/subject.ts";
import { templateForm } from "#bot/slack/administration/template-form.ts";
import { templates } from "#bot/slack/administration/templates.ts";
import { listView } from "#bot/slack/administration/view.ts";
import type { Acting } from "#bot/slack/listen.ts";
import { amountIn, amountText, dayIn, percentIn, percentText } from "#bot/slack/typed-values.ts";
import { createTexts } from "#bot/texts/texts.ts";
import { PERMISSIONS } from "#core/access/permissions.ts";
import { date } from "#core/calendar.ts";
import { LADDER_ACTIONS } from "#core/ladder/ladder.ts";
import { cents, MAX_CENTS, type Percent } from "#core/money.ts";
import { SETTINGS, type SettingKey } from "#core/settings.ts";
import { validateView } from "#test/emulators/slack/validate.ts";

const PORTUGUESE = createTexts("pt-BR");
const LANGUAGES = [PORTUGUESE, createTexts("en")];

/** What people type: long, with emoji, and with all that Slack would read as markup. */
const words = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 300 }),
  fc.constantFrom(
    "<!channel> *negrito* <https://x.example|link>",
    "<@U1>",
    "👩‍👩‍👧".repeat(40),
    "   ",
  ),
);
const maybe = fc.option(words);
const id = fc.string({ minLength: 1, maxLength: 100 });
const active = fc.boolean();
const rate = fc.integer({ min: 0, max: 1_000_000 }) as fc.Arbitrary<Percent>;
const amount = fc.integer({ min: 0, max: MAX_CENTS - 1 }).map(cents);

const allowance = fc.record({
  maxDiscount: rate,
  maxInstalments: fc.integer({ min: 1, max: 60 }),
  maxAmountCents: fc.option(amount),
});
const role = fc.record({
  name: words,
  permissions: fc.subarray([...PERMISSIONS]),
  allowance,
  operators: fc.constant([]),
});
const operator = fc.record({
  id,
  name: words,
  email: maybe,
  slackUser: maybe,
  role: words,
  active,
});
const profile = fc.record({
  id,
  name: words,
  bank: fc.constantFrom(null, "237", "999"),
  wallet: maybe,
  agreementCode: maybe,
  beneficiary: maybe,
  pixKey: maybe,
  branch: maybe,
  account: maybe,
  unit: maybe,
  city: maybe,
  firstOurNumber: maybe,
  active,
});
const step = fc.record({
  day: fc.integer({ min: -365, max: 3_650 }),
  action: fc.oneof(fc.constantFrom(...LADDER_ACTIONS), fc.constant("REDUZIR_VELOCIDADE")),
});
const ladder = fc.record({
  id,
  name: words,
  steps: fc.array(step, { maxLength: 300 }),
  forwardDay: fc.constant(null),
  version: fc.nat(),
});
const template = fc.record({
  channel: fc.constantFrom("email", "sms", "app"),
  name: words,
  subject: maybe,
  body: fc.oneof(words, fc.constant("_a_ ".repeat(2_500))),
  savedBy: id,
  savedAt: fc.constant(new Date(0)),
});
const setting = fc.constantFrom(...(Object.keys(SETTINGS) as SettingKey[])).chain((key) => {
  const { type, initial } = SETTINGS[key];
  const value = type === "text" ? words : fc.constant(initial);
  return fc.record({
    key: fc.constant(key),
    value,
    initial: fc.constant(initial),
    changed: active,
  });
});
const change = words.map((name) => ({
  id: 1,
  at: new Date(0),
  onDate: date("2026-07-01"),
  actor: "ana",
  actorName: name,
  event: { kind: "template_saved", data: { channel: "sms", name } },
}));
const unsent = fc.record({
  id: fc.nat(),
  what: fc.constantFrom("ask_approval", "send_message"),
  channel: fc.constant("operators"),
  customer: maybe,
  customerName: maybe,
  error: maybe,
  createdAt: fc.constant(new Date(0)),
  failedAt: fc.constantFrom(null, new Date(0)),
  dueAt: fc.constant(new Date(0)),
  attempts: fc.nat(),
});
const rowsOf = <Row>(row: fc.Arbitrary<Row>) => fc.array(row, { maxLength: 25 });

const STANDING: Standing = { viewId: "V1", place: firstPage("roles") };

/** A list as the person sees it, of whatever is read. */
async function listed(subject: Subject, read: Partial<Record<keyof AdministrationReads, unknown>>) {
  const reads = Object.fromEntries(
    Object.entries(read).map(([name, value]) => [name, async () => value]),
  );
  const acting = {
    person: { id: "elisa", permissions: new Set(PERMISSIONS) },
    deps: {
      texts: PORTUGUESE,
      reads: { administration: reads },
      timeZone: "America/Sao_Paulo",
    },
  } as unknown as Acting;
  const place = firstPage(subject.name);
  const shown = { subjects: [subject.name], place, listed: await subject.list(acting, place) };
  return listView({ ...shown, done: "feito" }, PORTUGUESE);
}

/** Slack would show it, and read nothing into what people typed. */
function expectShown(view: unknown): void {
  expect(validateView(view)).toEqual([]);
  for (const text of mrkdwnOf(view)) expect(text).not.toMatch(/[<>]/);
}

function mrkdwnOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("type" in value && value.type === "mrkdwn" && "text" in value) return [String(value.text)];
  return Object.values(value).flatMap(mrkdwnOf);
}

describe("a list of any data", () => {
  const shownFor = <Row>(row: fc.Arbitrary<Row>, view: (rows: Row[]) => Promise<unknown>) =>
    fc.assert(
      fc.asyncProperty(rowsOf(row), async (rows) => expectShown(await view(rows))),
      { numRuns: 40 },
    );

  it("is shown: roles", () => shownFor(role, (rows) => listed(roles, { roles: rows })));
  it("is shown: operators", () =>
    shownFor(operator, (rows) => listed(operators, { operators: rows })));
  it("is shown: settings", () => shownFor(setting, (rows) => listed(settings, { settings: rows })));
  it("is shown: categories", () =>
    shownFor(fc.record({ id, name: words, active }), (rows) =>
      listed(categories, { categories: rows }),
    ));
  it("is shown: profiles", () => shownFor(profile, (rows) => listed(profiles, { profiles: rows })));
  it("is shown: ladders", () => shownFor(ladder, (rows) => listed(ladders, { ladders: rows })));
  it("is shown: templates", () =>
    shownFor(template, (rows) => listed(templates, { templates: rows })));
  it("is shown: what did not leave", () =>
    shownFor(unsent, (rows) =>
      listed(outbox, { unsent: { ok: true, value: { rows: rows.slice(0, 10), next: "x" } } }),
    ));
  it("is shown: changes", () =>
    shownFor(change, (rows) =>
      listed(changes, {
        changes: { ok: true, value: { rows: rows.slice(0, 10), next: "x" } },
        earlier: [],
      }),
    ));
});

describe("a form of any data", () => {
  const holds = <Value>(value: fc.Arbitrary<Value>, view: (value: Value) => unknown) =>
    fc.assert(
      fc.property(value, (one) => {
        const shown = view(one);
        if (shown !== undefined) expectShown(shown);
      }),
      { numRuns: 60 },
    );

  it("is shown: a role", () =>
    holds(role, (one) => roleForm({ role: one, standing: STANDING }, PORTUGUESE)));
  it("is shown: an operator", () =>
    holds(operator, (one) =>
      operatorForm(
        { operator: one as never, roles: ["operator", one.role], standing: STANDING },
        PORTUGUESE,
      ),
    ));
  it("is shown: a setting", () =>
    holds(setting, (one) => settingForm({ setting: one, standing: STANDING }, PORTUGUESE)));
  it("is shown, or refused where a field is too small: a ladder", () =>
    holds(ladder, (one) =>
      ladderForm({ ladder: one, meta: { standing: STANDING, id: one.id } }, PORTUGUESE),
    ));
  it("is shown, or refused where a field is too small: a template", () =>
    holds(template, (one) => templateForm({ template: one, standing: STANDING }, PORTUGUESE)));
});

describe.each(LANGUAGES)("what is typed in $language", (texts) => {
  it("is read as the field shows it", () => {
    fc.assert(
      fc.property(amount, rate, (sum, share) => {
        expect(amountIn(amountText(sum, texts), texts)).toBe(sum);
        expect(amountIn(texts.money(sum), texts)).toBe(sum);
        expect(percentIn(percentText(share, texts), texts)).toBe(share);
        expect(percentIn(texts.percent(share), texts)).toBe(share);
      }),
    );
  });

  it("names the steps of a ladder as its lines do", () => {
    const own = fc.array(
      fc.record({ day: step.map(({ day }) => day), action: fc.constantFrom(...LADDER_ACTIONS) }),
    );
    fc.assert(
      fc.property(own, (steps) => {
        expect(readLines(stepLines(steps, texts), texts)).toEqual({ steps });
      }),
    );
  });
});

it("reads days as people write them, and no day that is none", () => {
  expect(dayIn("24/11/2026")).toBe("2026-11-24");
  expect(dayIn(" 1/2/2026 ")).toBe("2026-02-01");
  expect(dayIn("2026-11-24")).toBe("2026-11-24");
  for (const text of ["31/02/2026", "24/11/26", "amanhã", ""]) expect(dayIn(text)).toBeUndefined();
});

it("reads no amount where a sign, a letter or a third decimal stands", () => {
  for (const text of ["-1", "1,234", "12a", "", "1.23.4", "1.234.56"]) {
    expect(amountIn(text, PORTUGUESE)).toBeUndefined();
  }
});
