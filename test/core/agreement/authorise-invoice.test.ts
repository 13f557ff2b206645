import { describe, expect, test } from "vitest";
import { authoriseInvoice, type InvoiceFacts } from "#core/agreement/authorise-invoice.ts";
import type { AgreementNumber } from "#core/ids.ts";

const strict = { allowFiscalDocument: false, allowRemittance: false };
const open: InvoiceFacts = {
  state: "open",
  agreement: undefined,
  hasFiscalDocument: false,
  hasRemittance: false,
};
const kept = { number: 101 as AgreementNumber, broken: false };
const broken = { number: 101 as AgreementNumber, broken: true };

describe("may this invoice enter an agreement?", () => {
  test("an open one that nothing binds may", () => {
    expect(authoriseInvoice(open, strict)).toBe("authorised");
  });

  test.each(["paid", "suspended", "deleted"] as const)("a %s one may not", (state) => {
    expect(authoriseInvoice({ ...open, state }, strict)).toEqual({ reason: state });
  });

  test("one in another agreement may not, and the agreement is named", () => {
    expect(authoriseInvoice({ ...open, agreement: kept }, strict)).toEqual({
      reason: "in_another_agreement",
      agreement: 101,
    });
  });

  test("one whose agreement is broken may", () => {
    expect(authoriseInvoice({ ...open, agreement: broken }, strict)).toBe("authorised");
  });

  test("a fiscal document and a remittance are each allowed by a setting of its own", () => {
    const documented = { ...open, hasFiscalDocument: true };
    const sent = { ...open, hasRemittance: true };
    const fiscalAllowed = { ...strict, allowFiscalDocument: true };
    const remittanceAllowed = { ...strict, allowRemittance: true };
    expect(authoriseInvoice(documented, strict)).toEqual({ reason: "fiscal_document" });
    expect(authoriseInvoice(documented, remittanceAllowed)).toEqual({ reason: "fiscal_document" });
    expect(authoriseInvoice(documented, fiscalAllowed)).toBe("authorised");
    expect(authoriseInvoice(sent, strict)).toEqual({ reason: "remittance" });
    expect(authoriseInvoice(sent, fiscalAllowed)).toEqual({ reason: "remittance" });
    expect(authoriseInvoice(sent, remittanceAllowed)).toBe("authorised");
  });

  test("no setting lets a paid invoice, or one in an agreement, pass", () => {
    const all = { allowFiscalDocument: true, allowRemittance: true };
    expect(authoriseInvoice({ ...open, state: "paid" }, all)).toEqual({ reason: "paid" });
    expect(authoriseInvoice({ ...open, agreement: kept }, all)).toMatchObject({
      reason: "in_another_agreement",
    });
  });

  test("when several reasons hold, the first in the order is told", () => {
    const everything = {
      state: "paid",
      agreement: kept,
      hasFiscalDocument: true,
      hasRemittance: true,
    } as const;
    expect(authoriseInvoice(everything, strict)).toEqual({ reason: "paid" });
    expect(authoriseInvoice({ ...everything, state: "open" }, strict)).toEqual({
      reason: "in_another_agreement",
      agreement: 101,
    });
    expect(authoriseInvoice({ ...everything, state: "open", agreement: broken }, strict)).toEqual({
      reason: "fiscal_document",
    });
    expect(
      authoriseInvoice(
        { ...everything, state: "open", agreement: broken },
        { ...strict, allowFiscalDocument: true },
      ),
    ).toEqual({ reason: "remittance" });
  });
});
