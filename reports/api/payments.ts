import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { parseDate } from "#core/calendar.ts";
import { type InvoiceId, isReservedPaymentId } from "#core/ids.ts";
import { formatAmount, parseAmount, ZERO } from "#core/money.ts";
import type { Refusal } from "#core/refusals.ts";
import { accept, type Result, refuse } from "#core/result.ts";
import { recordBilledPayment } from "#core/use-cases/record-billed-payment.ts";
import type { PaymentRecorded } from "#core/use-cases/record-payment.ts";
import { BODY_BYTES } from "../security/limits.ts";
import { admit, callerOf } from "./caller.ts";
import { idempotencyHeader, keyOf } from "./idempotency.ts";
import type { ApiPorts } from "./ports.ts";
import { type FieldError, problems, refusalStatus, sendProblem } from "./problems.ts";

const AMOUNT = 'a decimal string in reais with a point, such as "129.90"';
const DAY = "a day that exists, as YYYY-MM-DD";
const id = (what: string) =>
  z
    .string(`${what}, as text`)
    .regex(/^\S(.{0,98}\S)?$/, `${what}: 1 to 100 characters on one line`);
const isAmount = (text: string): boolean => parseAmount(text) !== undefined;
const isDay = (text: string): boolean => parseDate(text) !== undefined;

const paymentBody = z
  .strictObject({
    id: id("the payment's id in the billing system")
      .refine((text) => !isReservedPaymentId(text), "an id that does not begin with ACP")
      .describe("The payment's id in the billing system; a payment is recorded once under it."),
    invoice: id("an invoice's id").optional().describe("The invoice that was paid."),
    chargeNumber: id("a charge number")
      .optional()
      .describe("Or its charge number; both must agree."),
    amount: z
      .string(AMOUNT)
      .regex(/^\d{1,13}(\.\d{1,2})?$/, AMOUNT)
      .refine(isAmount, AMOUNT)
      .describe("What was paid, in R$."),
    paidAt: z
      .string(DAY)
      .regex(/^\d{4}-\d{2}-\d{2}$/, DAY)
      .refine(isDay, DAY)
      .describe("The day on which it was paid, today or before."),
    method: id("how it was paid").optional().describe("How it was paid, such as pix."),
  })
  .describe("A payment that reached the provider.");

type PaymentBody = z.infer<typeof paymentBody>;

const paymentAnswer = z.object({
  payment: z.string(),
  invoice: z.string(),
  amount: z.string().describe("What was paid."),
  applied: z.string().describe("The part that paid the invoice."),
  balance: z.string().describe("What is still owed on the invoice."),
  credit: z
    .string()
    .describe("Beyond what was owed, all of it where nothing was: stays as the customer's credit."),
  settled: z.boolean(),
});

/** POST /payments */
export const paymentRoutes =
  (api: ApiPorts): FastifyPluginAsyncZod =>
  async (app) => {
    app.removeContentTypeParser("text/plain");
    app.post(
      "/payments",
      {
        bodyLimit: BODY_BYTES,
        onRequest: admit(api.findCaller, "payments"),
        schema: {
          operationId: "recordPayment",
          summary: "Record a payment of one invoice",
          tags: ["payments"],
          security: [{ token: ["payments"] }],
          headers: idempotencyHeader,
          body: paymentBody,
          response: {
            200: paymentAnswer.describe("It is recorded, now or the first time it was asked for."),
            400: problems("The request cannot be read."),
            401: problems("No valid token."),
            403: problems("The token, or its operator, may not do this."),
            409: problems(
              "The invoice was replaced by an agreement, or the payment is recorded already.",
            ),
            413: problems("The body is too large."),
            415: problems("The body is not application/json."),
            422: problems("It can be read, and cannot be right."),
            429: problems("Too many requests."),
          },
        },
      },
      async (request, reply) => {
        const { body, headers } = request;
        const caller = callerOf(request);
        const invoice = await invoiceOf(api, body);
        if (!invoice.ok) return refuseField(reply, invoice.refusal);
        const given = headers["idempotency-key"];
        const recorded = await recordBilledPayment(api.ports, {
          actor: caller.operator,
          today: api.today(),
          key: given === undefined ? `payment ${body.id}` : keyOf(caller, given),
          input: inputOf(body, invoice.value),
        });
        return recorded.ok
          ? answerOf(body.id, recorded.value)
          : refusePayment(reply, recorded.refusal, api);
      },
    );
  };

/** Checked by the schema. */
const inputOf = ({ id, amount, paidAt, method }: PaymentBody, invoice: InvoiceId) => ({
  id,
  invoice,
  amountCents: parseAmount(amount) ?? ZERO,
  paidAt: parseDate(paidAt),
  ...(method === undefined ? {} : { method }),
});

const answerOf = (payment: string, recorded: PaymentRecorded) => ({
  payment,
  invoice: recorded.invoice,
  amount: formatAmount(recorded.amount),
  applied: formatAmount(recorded.applied),
  balance: formatAmount(recorded.balance),
  credit: formatAmount(recorded.credit),
  settled: recorded.settled,
});

/** By its id, by its charge number, or by both when they say the same. */
async function invoiceOf(
  { invoicesOfCharge, texts: { quoted } }: ApiPorts,
  { invoice, chargeNumber }: PaymentBody,
): Promise<Result<InvoiceId, FieldError>> {
  if (chargeNumber === undefined) {
    return invoice === undefined
      ? refuse({ field: "invoice", expected: "invoice or chargeNumber" })
      : accept(invoice as InvoiceId);
  }
  const [found, another] = await invoicesOfCharge(chargeNumber);
  const wrong = (expected: string) =>
    refuse({ field: "chargeNumber", got: quoted(chargeNumber), expected });
  if (found === undefined) return wrong("the charge number of an invoice");
  if (another !== undefined) return wrong("a charge number of one invoice only; give the invoice");
  return invoice === undefined || invoice === found
    ? accept(found)
    : wrong("the charge number of that invoice");
}

const refuseField = (reply: FastifyReply, error: FieldError): FastifyReply =>
  sendProblem(reply, {
    code: "invoice_unknown",
    status: 422,
    detail: `${error.field}: expected ${error.expected}.`,
    errors: [error],
  });

const FIELDS: Readonly<Partial<Record<Refusal["code"], FieldError>>> = {
  invoice_unknown: { field: "invoice", expected: "the id of an invoice" },
  amount_not_positive: { field: "amount", expected: "more than 0.00" },
  paid_in_the_future: { field: "paidAt", expected: "today or before" },
  key_reused: { field: "Idempotency-Key", expected: "a key of its own for each request" },
  payment_known: { field: "id", expected: "the id of a payment that is not recorded yet" },
};

function refusePayment(reply: FastifyReply, refusal: Refusal, { texts }: ApiPorts): FastifyReply {
  const error = FIELDS[refusal.code];
  return sendProblem(reply, {
    code: refusal.code,
    status: refusalStatus(refusal),
    detail: texts.refusal(refusal),
    ...(error === undefined ? {} : { errors: [error] }),
  });
}
