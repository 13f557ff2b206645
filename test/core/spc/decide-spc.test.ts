import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { date } from "#core/calendar.ts";
import type { AgreementNumber, InvoiceId } from "#core/ids.ts";
import {
  DETAILS_MAX,
  decideRegistration,
  decideRemoval,
  type RegistrationRequest,
} from "#core/spc/decide-spc.ts";
import { aDebt, law } from "../law/law-arbitraries.ts";

const INVOICE = "F-1" as InvoiceId;
const request = (changes: Partial<RegistrationRequest> = {}): RegistrationRequest => ({
  invoice: INVOICE,
  state: "open",
  agreement: 7 as AgreementNumber,
  liveRecord: null,
  details: "Protocolo 123 no bureau",
  legal: {
    debt: aDebt({ dueDate: date("2026-09-10"), lateAfter: date("2026-09-20") }),
    oweSince: date("2026-06-10"),
    hasContract: true,
    contractEndedOn: date("2026-09-01"),
    notices: [{ kind: "bureau", deliveredOn: date("2026-09-15") }],
    clearedOn: null,
  },
  ...changes,
});
const TODAY = date("2026-10-01");
const register = (changes: Partial<RegistrationRequest> = {}, today = TODAY) =>
  decideRegistration(request(changes), today, law);

describe("registering an invoice", () => {
  test("keeps the details, trimmed", () => {
    expect(register({ details: "  Protocolo 123 \n" })).toEqual({
      ok: true,
      value: { details: "Protocolo 123" },
    });
  });

  test.each([
    [{ agreement: null }, { code: "spc_not_of_agreement", invoice: INVOICE }],
    [{ state: "paid" }, { code: "spc_invoice_paid", invoice: INVOICE }],
    [{ state: "deleted" }, { code: "spc_invoice_not_open", invoice: INVOICE, state: "deleted" }],
    [{ liveRecord: 3 }, { code: "spc_already_registered", invoice: INVOICE, record: 3 }],
    [{ details: " \n" }, { code: "details_empty" }],
    [
      { details: "x".repeat(DETAILS_MAX + 1) },
      { code: "details_too_long", length: 2001, max: 2000 },
    ],
  ] as const)("with %j is refused", (changes, refusal) => {
    expect(register(changes)).toEqual({ ok: false, refusal });
  });

  test("carries the law's refusal with its day", () => {
    expect(register({}, date("2026-09-20"))).toMatchObject({
      ok: false,
      refusal: {
        code: "law_refuses",
        invoice: INVOICE,
        verdict: { answer: "from", date: "2026-09-21", rule: "ACORDO" },
      },
    });
  });

  test("tells the first reason of several", () => {
    const everything = { agreement: null, state: "paid", liveRecord: 3, details: "" } as const;
    expect(register(everything)).toMatchObject({ refusal: { code: "spc_not_of_agreement" } });
  });

  test("accepts details of up to the limit, counted as people count characters", () => {
    expect(register({ details: "🙂".repeat(DETAILS_MAX) }).ok).toBe(true);
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), (details) => {
        expect(register({ details }).ok).toBe(details.trim() !== "");
      }),
    );
  });
});

describe("removing a record", () => {
  test("gives the record and its details", () => {
    expect(decideRemoval({ invoice: INVOICE, liveRecord: 3, details: " pago " })).toEqual({
      ok: true,
      value: { record: 3, details: "pago" },
    });
  });

  test("is refused without a live record or details", () => {
    expect(decideRemoval({ invoice: INVOICE, liveRecord: null, details: "pago" })).toEqual({
      ok: false,
      refusal: { code: "spc_not_registered", invoice: INVOICE },
    });
    expect(decideRemoval({ invoice: INVOICE, liveRecord: 3, details: "" })).toEqual({
      ok: false,
      refusal: { code: "details_empty" },
    });
  });
});
