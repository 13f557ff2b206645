import type { CivilDate } from "../calendar.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "../ids.ts";
import type { Cents } from "../money.ts";
import type { DigestPeriod } from "./period.ts";

export type DigestTask = {
  readonly customer: CustomerId;
  readonly name: string;
  readonly title: string;
  readonly dueOn: CivilDate;
  readonly dueTime: string | null;
};

/** An awaited invoice of an agreement; `lastDay` is the last on which the promise can be kept (core/agreement/breaking). */
export type DigestPromise = {
  readonly customer: CustomerId;
  readonly name: string;
  readonly invoice: InvoiceId;
  readonly number: string | null;
  readonly agreement: AgreementNumber;
  readonly amountCents: Cents;
  readonly lastDay: CivilDate;
};

/** A record that stands at the bureau and has to go; `removeBy` is the last day on which it may stand. */
export type DigestRemoval = {
  readonly customer: CustomerId;
  readonly name: string;
  readonly invoice: InvoiceId;
  readonly number: string | null;
  readonly amountCents: Cents;
  readonly removeBy: CivilDate;
};

/** How many there are, what they sum up to, and the most urgent of them. */
export type Listed<Row> = {
  readonly total: number;
  readonly amountCents: Cents;
  readonly first: readonly Row[];
};

export type OperatorFigures = {
  readonly operator: OperatorId;
  readonly name: string;
  readonly tasks: {
    readonly today: number;
    readonly late: number;
    readonly first: readonly DigestTask[];
  };
  /** Of the operator's own customers: today is the last day on which they can be kept. */
  readonly promises: Listed<DigestPromise>;
  /** Of the operator's own customers: the last day passed in the period, and they are still unpaid. */
  readonly broken: Listed<DigestPromise>;
  /** Of the operator's own customers and of nobody's. */
  readonly removals: Listed<DigestRemoval>;
};

export type OperatorSection =
  | ({ readonly about: "tasks" } & OperatorFigures["tasks"])
  | ({ readonly about: "promises" } & Listed<DigestPromise>)
  | ({ readonly about: "broken" } & Listed<DigestPromise>)
  | ({ readonly about: "removals" } & Listed<DigestRemoval>);

export type OperatorDigest = {
  readonly day: CivilDate;
  readonly period: DigestPeriod;
  readonly operator: OperatorId;
  readonly name: string;
  readonly sections: readonly OperatorSection[];
};

/** So many of each are named, the others counted. */
export const NAMED_IN_DIGEST = 5;

/** What needs the operator today, what the law dates first. Undefined on a day on which there is nothing to say. */
export function operatorDigest(
  { operator, name, tasks, promises, broken, removals }: OperatorFigures,
  when: Pick<OperatorDigest, "day" | "period">,
): OperatorDigest | undefined {
  const sections: OperatorSection[] = [];
  if (removals.total > 0) sections.push({ about: "removals", ...removals });
  if (tasks.today + tasks.late > 0) sections.push({ about: "tasks", ...tasks });
  if (promises.total > 0) sections.push({ about: "promises", ...promises });
  if (broken.total > 0) sections.push({ about: "broken", ...broken });
  return sections.length === 0 ? undefined : { ...when, operator, name, sections };
}

/** Those that a digest names, each once, in the order in which it does. */
export function customersOf({
  sections,
}: OperatorDigest): readonly { readonly customer: CustomerId; readonly name: string }[] {
  const named = sections.flatMap(({ first }) =>
    first.map(({ customer, name }) => [customer, { customer, name }] as const),
  );
  return [...new Map(named).values()];
}
