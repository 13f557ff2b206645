import type { CivilDate } from "#core/calendar.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import { confirmCollection } from "#core/use-cases/confirm-collection.ts";
import { makeAgreement } from "#core/use-cases/make-agreement.ts";
import { recordPayment } from "#core/use-cases/record-payment.ts";
import { registerInSpc } from "#core/use-cases/register-in-spc.ts";
import { removeFromSpc } from "#core/use-cases/remove-from-spc.ts";
import { rescindAgreement } from "#core/use-cases/rescind-agreement.ts";
import { startCollection } from "#core/use-cases/start-collection.ts";
import type { PlannedCase } from "./provider/planned-case.ts";

/** One command of a case, due on a day of the past. */
export type Step = {
  readonly day: CivilDate;
  readonly name: string;
  readonly run: (ports: Ports) => Promise<Result<unknown, Refusal>>;
};

/** Takes payments and the bureau's records at this made-up provider. */
const SUPERVISOR = "carla" as OperatorId;

/** The commands of a case in their order; later ones use what the earlier ones made. */
export function caseSteps(planned: PlannedCase): Step[] {
  switch (planned.group) {
    case "walkThrough":
      return [];
    case "started":
      return [start(planned, planned.days.started)];
    case "confirmed":
      return [start(planned, planned.days.started), confirm(planned, planned.days.confirmed)];
    default:
      return agreementSteps(planned);
  }
}

type WithAgreement = Exclude<PlannedCase, { group: "walkThrough" | "started" | "confirmed" }>;

function agreementSteps(planned: WithAgreement): Step[] {
  const { days } = planned;
  const made: Made = { agreement: undefined, invoices: [] };
  const invoices = planned.invoices as readonly InvoiceId[];
  return [
    start(planned, days.started),
    confirm(planned, days.confirmed),
    agree(planned, made, { day: days.agreed, name: "agree", proposal: planned.proposal, invoices }),
    ...laterSteps(planned, made),
  ];
}

/** What the agreement step leaves for those after it. */
type Made = { agreement: AgreementNumber | undefined; invoices: readonly InvoiceId[] };

function laterSteps(planned: WithAgreement, made: Made): Step[] {
  switch (planned.group) {
    case "unchanged":
    case "broken":
    case "awaitingApproval":
      return [];
    case "split":
    case "fulfilled":
      return payments(planned, made, planned.days.paid);
    case "rescinded":
      return [
        ...payments(planned, made, planned.days.paid),
        rescind(planned, made, planned.days.rescinded),
      ];
    case "renegotiatedAgain":
      return [
        agree(planned, made, {
          day: planned.days.agreedAgain,
          name: "agree again",
          proposal: planned.proposalAgain,
        }),
      ];
    case "spcRegistered":
      return [register(planned, made, planned.days.registered)];
    case "spcCritique":
      return [
        register(planned, made, planned.days.registered),
        ...payments(planned, made, planned.days.paid),
      ];
    case "spcRemoved":
      return [
        register(planned, made, planned.days.registered),
        ...payments(planned, made, planned.days.paid),
        remove(planned, made, planned.days.removed),
      ];
  }
}

type Who = { readonly customer: string; readonly operator: string };

const requestOf = <Input>({ customer, operator }: Who, step: Step, input: Input) => ({
  input,
  actor: operator as OperatorId,
  today: step.day,
  key: `demo:${customer}:${step.name}`,
});

const supervised = ({ customer }: Who): Who => ({ customer, operator: SUPERVISOR });

function start(planned: PlannedCase, day: CivilDate): Step {
  const input = {
    customer: planned.customer as CustomerId,
    invoices: planned.invoices as readonly InvoiceId[],
  };
  const step: Step = {
    day,
    name: "start",
    run: (ports) => startCollection(ports, requestOf(planned, step, input)),
  };
  return step;
}

function confirm(planned: PlannedCase, day: CivilDate): Step {
  const input = { customer: planned.customer as CustomerId };
  const step: Step = {
    day,
    name: "confirm",
    run: (ports) => confirmCollection(ports, requestOf(planned, step, input)),
  };
  return step;
}

type Agreeing = {
  readonly day: CivilDate;
  readonly name: string;
  readonly proposal: WithAgreement["proposal"];
  /** Without them: what the agreement before awaits. */
  readonly invoices?: readonly InvoiceId[];
};

function agree(planned: WithAgreement, made: Made, agreeing: Agreeing): Step {
  const { day, name, proposal } = agreeing;
  const step: Step = {
    day,
    name,
    run: async (ports) => {
      const outcome = await makeAgreement(
        ports,
        requestOf(planned, step, {
          customer: planned.customer as CustomerId,
          invoices: agreeing.invoices ?? made.invoices,
          proposal,
        }),
      );
      if (outcome.ok) {
        made.agreement = outcome.value.agreement ?? undefined;
        made.invoices = outcome.value.invoices;
      }
      return outcome;
    },
  };
  return step;
}

/** Instalments one by one; the invoices of an unchanged agreement all on its one day. */
function payments(planned: WithAgreement, made: Made, days: readonly CivilDate[]): Step[] {
  return days.map((day, index) => {
    const step: Step = {
      day,
      name: `pay ${index + 1}`,
      run: async (ports) => {
        const due = planned.proposal.kind === "unchanged" ? made.invoices : [made.invoices[index]];
        let outcome: Result<unknown, Refusal> = { ok: true, value: null };
        for (const invoice of due) {
          if (invoice === undefined) throw new Error(`${planned.customer}: nothing to pay`);
          const { key, ...request } = requestOf(supervised(planned), step, { invoice });
          outcome = await recordPayment(ports, { ...request, key: `${key}:${invoice}` });
          if (!outcome.ok) return outcome;
        }
        return outcome;
      },
    };
    return step;
  });
}

function rescind(planned: WithAgreement, made: Made, day: CivilDate): Step {
  const step: Step = {
    day,
    name: "rescind",
    run: (ports) => {
      if (made.agreement === undefined) throw new Error(`${planned.customer}: no agreement`);
      const reason = "Cliente pediu para desfazer o acordo e negociar de novo.";
      const input = { agreement: made.agreement, reason };
      return rescindAgreement(ports, requestOf(supervised(planned), step, input));
    },
  };
  return step;
}

function register(planned: WithAgreement, made: Made, day: CivilDate): Step {
  const step: Step = {
    day,
    name: "register",
    run: (ports) =>
      registerInSpc(
        ports,
        requestOf(supervised(planned), step, {
          invoice: brokenOf(planned, made),
          details: "Registrado também no sistema do SPC. Protocolo de demonstração.",
        }),
      ),
  };
  return step;
}

function remove(planned: WithAgreement, made: Made, day: CivilDate): Step {
  const step: Step = {
    day,
    name: "remove",
    run: (ports) =>
      removeFromSpc(
        ports,
        requestOf(supervised(planned), step, {
          invoice: brokenOf(planned, made),
          details: "Pago; baixa feita também no sistema do SPC.",
        }),
      ),
  };
  return step;
}

function brokenOf({ customer }: WithAgreement, { invoices: [invoice] }: Made): InvoiceId {
  if (invoice === undefined) throw new Error(`${customer}: the agreement has no invoice`);
  return invoice;
}
