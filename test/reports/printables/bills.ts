import { buildBarcode, toDigitLine } from "#core/bank/boleto.ts";
import { buildStaticPix } from "#core/bank/pix.ts";
import { addMonths, type CivilDate, date } from "#core/calendar.ts";
import type { BilledInvoice, InvoiceDocument } from "#core/documents/invoice-document.ts";
import type { AgreementNumber, InvoiceId } from "#core/ids.ts";
import { cents, percent } from "#core/money.ts";
import type { PaymentMeans } from "#core/payment/means.ts";
import type { TaxId } from "#core/tax-id.ts";

export const ISSUED = date("2026-07-01");

export const CREDITOR = {
  name: "Vento Norte Telecomunicações Ltda.",
  address: "Rua das Palmeiras, 120, sala 4, Boa Vista, Recife/PE, CEP 50070-120",
  taxId: "11.222.333/0001-81",
};

export const aDocument = (
  invoices: readonly BilledInvoice[],
  facts: Partial<InvoiceDocument> = {},
): InvoiceDocument => ({
  kind: "single",
  issuedOn: ISSUED,
  creditor: CREDITOR,
  invoices,
  ...facts,
});

/** R$ 129.90 due on 10 July 2026 with R$ 10.00 off when it is paid in time. */
export const aBill = (facts: Partial<BilledInvoice> = {}): BilledInvoice => {
  const invoice = facts.invoice ?? ("F881" as InvoiceId);
  const amountCents = facts.amountCents ?? cents(12_990);
  const dueDate = facts.dueDate ?? date("2026-07-10");
  return {
    invoice,
    number: "000881",
    customer: { name: "Ana Souza", taxId: "52998224725" as TaxId },
    description: "Internet 300 Mb, julho de 2026",
    amountCents,
    paidCents: cents(0),
    dueDate,
    onTimeUntil: dueDate,
    daysOverdue: -9,
    onTimeDiscountCents: cents(1_000),
    late: {
      fine: { rate: percent(2), amountCents: cents(260) },
      interest: { rate: percent(1), everyDays: 30 },
    },
    addedToday: null,
    agreement: null,
    means: meansOf({ invoice, amountCents, dueDate }),
    ...facts,
  };
};

/** Three instalments of agreement 12. */
export const aBooklet = (count = 3): readonly BilledInvoice[] =>
  Array.from({ length: count }, (_, index) => {
    const first = index === 0;
    const amountCents = cents(first ? 13_266 : 11_045);
    const dueDate = addMonths(date("2026-07-10"), index);
    return aBill({
      invoice: `AC12-${index + 1}` as InvoiceId,
      number: null,
      description: "Acordo das faturas de março a maio de 2026",
      amountCents,
      dueDate,
      onTimeDiscountCents: null,
      late: {
        fine: first ? null : { rate: percent(2), amountCents: cents(221) },
        interest: { rate: percent(1), everyDays: 30 },
      },
      agreement: {
        agreement: 12 as AgreementNumber,
        instalment: index + 1,
        instalments: count,
        lines: [
          { term: "base", amountCents: cents(11_992) },
          { term: "increase", amountCents: cents(419) },
          ...(first ? ([{ term: "fine", amountCents: cents(720) }] as const) : []),
          { term: "discount", amountCents: cents(-1_200) },
          { term: "discountAmount", amountCents: cents(first ? -165 : -166) },
          ...(first
            ? ([
                { term: "charges", amountCents: cents(500) },
                { term: "fees", amountCents: cents(1_000) },
              ] as const)
            : []),
        ],
      },
    });
  });

type Charged = Pick<BilledInvoice, "invoice" | "amountCents" | "dueDate">;

export function meansOf({ invoice, amountCents, dueDate }: Charged): PaymentMeans {
  return { boleto: boletoOf(amountCents, dueDate), pix: pixOf(invoice, amountCents) };
}

function boletoOf(amount: BilledInvoice["amountCents"], dueDate: CivilDate) {
  const barcode = buildBarcode({
    bank: "341",
    dueDate,
    amount,
    freeField: "1091234567881081053678000",
  });
  if (!barcode.ok) throw new Error(JSON.stringify(barcode.refusal));
  return {
    bank: "341",
    bankName: "Itaú Unibanco",
    digitLine: toDigitLine(barcode.value),
    barcode: barcode.value,
    ourNumber: "109/12345678-8",
    agency: "0810/53678",
    beneficiary: CREDITOR.name,
  };
}

function pixOf(invoice: InvoiceId, amount: BilledInvoice["amountCents"]) {
  const txid = `A${invoice.replace(/\W/g, "")}`;
  const code = buildStaticPix({
    key: "123e4567-e12b-12d1-a456-426655440000",
    amount,
    txid,
    merchantName: CREDITOR.name,
    merchantCity: "Recife",
  });
  if (!code.ok) throw new Error(JSON.stringify(code.refusal));
  return { code: code.value, txid };
}
