import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { AgreementProposal } from "#core/agreement/agreement.ts";
import { date } from "#core/calendar.ts";
import { SYSTEM_OPERATOR } from "#core/ids.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import { changeSetting } from "#core/use-cases/change-setting.ts";
import type { Request } from "#core/use-cases/command.ts";
import { confirmCollection } from "#core/use-cases/confirm-collection.ts";
import { approveAgreement, refuseAgreement } from "#core/use-cases/decide-approval.ts";
import { followUpChanges } from "#core/use-cases/follow-up-changes.ts";
import { makeAgreement } from "#core/use-cases/make-agreement.ts";
import { recordPayment } from "#core/use-cases/record-payment.ts";
import { registerInSpc } from "#core/use-cases/register-in-spc.ts";
import { removeFromSpc } from "#core/use-cases/remove-from-spc.ts";
import { rescindAgreement } from "#core/use-cases/rescind-agreement.ts";
import { runClassifier } from "#core/use-cases/run-classifier.ts";
import { startCollection } from "#core/use-cases/start-collection.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { dump } from "./dump.ts";
import { checkInvariants } from "./invariants.ts";
import { reais } from "./proposals.ts";
import {
  agreementNumber,
  aProvider,
  customerId,
  dayOf,
  invoiceId,
  operatorId,
  type Provider,
} from "./provider.ts";

/** Who asks, on which day, under which key; the administrator of the command line, on `TODAY`, when nothing is said. */
export type By = { readonly as?: string; readonly on?: string; readonly key?: string };

type Command<Input, Value> = (
  ports: Ports,
  request: Request<Input>,
) => Promise<Result<Value, Refusal>>;

/** Every command, said as an operator would say it. */
export const aDesk = (provider: Provider) => {
  const ask = <Input, Value>(command: Command<Input, Value>, input: Input, by: By = {}) =>
    command(provider.ports, {
      input,
      actor: by.as === undefined ? SYSTEM_OPERATOR : operatorId(by.as),
      today: dayOf(by.on),
      key: by.key,
    });
  const commands = {
    ask,
    classify: (by?: By) => ask(runClassifier, {}, by),
    start: (customer: string, invoices?: readonly string[], by?: By) =>
      ask(
        startCollection,
        { customer: customerId(customer), invoices: invoices?.map(invoiceId) },
        by,
      ),
    confirm: (customer: string, by?: By) =>
      ask(confirmCollection, { customer: customerId(customer) }, by),
    agree: (
      customer: string,
      invoices: readonly string[],
      asked: AgreementProposal | Special,
      by?: By,
    ) =>
      ask(
        makeAgreement,
        {
          customer: customerId(customer),
          invoices: invoices.map(invoiceId),
          ...("proposal" in asked ? asked : { proposal: asked }),
        },
        by,
      ),
    approve: (agreement: number, by?: By) =>
      ask(approveAgreement, { agreement: agreementNumber(agreement) }, by),
    refuse: (agreement: number, reason: string, by?: By) =>
      ask(refuseAgreement, { agreement: agreementNumber(agreement), reason }, by),
    rescind: (agreement: number, reason = "desistência", by?: By) =>
      ask(rescindAgreement, { agreement: agreementNumber(agreement), reason }, by),
    pay: (invoice: string, paid: Paid = {}, by?: By) =>
      ask(
        recordPayment,
        {
          invoice: invoiceId(invoice),
          amountCents: paid.amount === undefined ? undefined : reais(paid.amount),
          paidAt: paid.at === undefined ? undefined : date(paid.at),
          method: paid.method,
        },
        by,
      ),
    register: (invoice: string, details = "enviado ao SPC", by?: By) =>
      ask(registerInSpc, { invoice: invoiceId(invoice), details }, by),
    unregister: (invoice: string, details = "retirado do SPC", by?: By) =>
      ask(removeFromSpc, { invoice: invoiceId(invoice), details }, by),
    set: (key: string, value: string, by?: By) => ask(changeSetting, { key, value }, by),
    followUp: (on?: string) => followUpChanges(provider.ports, { today: dayOf(on) }),
  };
  return {
    ...commands,
    /** Takes what is classified of a customer to negotiation. */
    async negotiate(customer: string, on?: string) {
      const by = on === undefined ? {} : { on };
      must(await commands.classify(by));
      must(await commands.start(customer, undefined, by));
      return must(await commands.confirm(customer, by));
    },
    /** The request is refused with all of this, and not a row of any table is different. */
    async refused(
      request: () => Promise<Result<unknown, Refusal>>,
      expected: Readonly<Record<string, unknown>>,
    ): Promise<void> {
      const before = await dump(provider.database.sql);
      const answer = await request();
      expect(answer).toMatchObject({ ok: false, refusal: expected });
      expect(await dump(provider.database.sql)).toEqual(before);
    },
  };
};

export type Desk = ReturnType<typeof aDesk>;
type Special = {
  readonly proposal: AgreementProposal;
  readonly feesReason?: string;
  readonly dryRun?: boolean;
};
type Paid = { readonly amount?: string; readonly at?: string; readonly method?: string };

export function must<Value>(result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** A provider and its desk for each test of a file, on one database; what always holds is checked after each. */
export function opening(): () => Provider & Desk {
  let database: TestDatabase;
  let open: Provider & Desk;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  beforeEach(async () => {
    const provider = await aProvider(database);
    open = { ...provider, ...aDesk(provider) };
  });
  afterEach(() => checkInvariants(database.sql));
  afterAll(() => database.close());
  return () => open;
}
