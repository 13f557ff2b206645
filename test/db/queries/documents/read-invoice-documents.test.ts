import { describe, expect, test } from "vitest";
import type { AgreementProposal } from "#core/agreement/agreement.ts";
import { parsePix } from "#core/bank/pix.ts";
import { addDays } from "#core/calendar.ts";
import type { BilledInvoice, InvoiceDocument } from "#core/documents/invoice-document.ts";
import { cents, percent, sumCents } from "#core/money.ts";
import { readInvoiceDocuments } from "#db/queries/documents/read-invoice-documents.ts";
import { must, opening } from "#test/support/desk.ts";
import { single, split, unchanged } from "#test/support/proposals.ts";
import { agreementNumber, dayOf, invoiceId, TODAY } from "#test/support/provider.ts";

const provider = opening();

const named = async (): Promise<void> => {
  const { set } = provider();
  must(await set("provider.name", "Vento Norte"));
  must(await set("provider.address", "Rua das Palmeiras, 120, Recife"));
  must(await set("provider.taxId", "11222333000181"));
};

const read = (invoices: readonly string[], on?: string) =>
  readInvoiceDocuments(provider().database.sql, { invoices: invoices.map(invoiceId) }, dayOf(on));
const readAgreement = (agreement: number, on?: string) =>
  readInvoiceDocuments(
    provider().database.sql,
    { agreement: agreementNumber(agreement) },
    dayOf(on),
  );

/** The agreement's number. */
async function agreed(invoices: readonly string[], asked: AgreementProposal): Promise<number> {
  const { agreement } = must(await provider().agree("C1", invoices, asked));
  if (agreement === null) throw new Error("nothing was agreed");
  return agreement;
}

/** Sources of an agreement: A and B, 51 days late. */
async function negotiating(): Promise<void> {
  await named();
  const p = provider();
  await p.customer("C1", {
    onTimeDiscount: "10.00",
    owing: { A: ["129.90", "2026-05-11"], B: ["80.00", "2026-05-11"], N: ["50.00", "2026-07-12"] },
  });
  await p.negotiate("C1");
}

async function charging(): Promise<void> {
  const p = provider();
  must(await p.set("charge.lateFine", "true"));
  must(await p.set("charge.lateInterest", "true"));
}

async function payableByPix(): Promise<void> {
  const { sql } = provider().database;
  await sql`insert into payment_profile (id, name, bank, pix_key) values ('PX', 'Pix', '341', 'pix@example.com')`;
  await sql`update invoice set payment_profile = 'Pix'`;
}

/** What a bank's app would show. */
function asked(bill: BilledInvoice | undefined) {
  const read = parsePix(bill?.means.pix?.code ?? "");
  return read.ok ? read.value.amount : undefined;
}

describe("a document", () => {
  test("names the creditor in full, its customer in full, and what the invoice is", async () => {
    await negotiating();
    const document = must(await read(["N"]));
    expect(document).toMatchObject({
      kind: "single",
      issuedOn: TODAY,
      creditor: {
        name: "Vento Norte",
        address: "Rua das Palmeiras, 120, Recife",
        taxId: "11.222.333/0001-81",
      },
      invoices: [
        {
          invoice: "N",
          customer: { name: "Cliente C1", taxId: "52998224725" },
          amountCents: 5_000,
          paidCents: 0,
          dueDate: "2026-07-12",
          agreement: null,
        },
      ],
    });
  });

  test.each(["provider.name", "provider.address", "provider.taxId"])(
    "is refused while %s is missing",
    async (setting) => {
      await negotiating();
      must(await provider().set(setting, ""));
      expect(await read(["N"])).toMatchObject({
        ok: false,
        refusal: { code: "creditor_incomplete", field: setting.split(".")[1], rule: "CDC-42-A" },
      });
    },
  );

  test("offers the discount up to the first business day on or after the due date, and no longer", async () => {
    await negotiating();
    // 12 July 2026 is a Sunday.
    const billed = async (on: string) => must(await read(["N"], on)).invoices[0];
    expect(await billed("2026-07-12")).toMatchObject({
      onTimeUntil: "2026-07-13",
      onTimeDiscountCents: 1_000,
    });
    expect(await billed("2026-07-13")).toMatchObject({ onTimeDiscountCents: 1_000 });
    expect(await billed("2026-07-14")).toMatchObject({ onTimeDiscountCents: null, daysOverdue: 2 });
  });

  test("announces nothing for lateness that no contract asks for", async () => {
    await negotiating();
    await payableByPix();
    const [bill] = must(await read(["A"])).invoices;
    expect(bill).toMatchObject({ late: { fine: null, interest: null }, addedToday: null });
    expect(asked(bill)).toEqual(cents(12_990));
  });

  test("announces for lateness what contracts ask for, at the law's rates, the fine once", async () => {
    await negotiating();
    await charging();
    await provider().customer("C2", { owing: { F: ["100.00", "2026-07-10", { fined: true }] } });
    const [plain, fined] = must(await read(["N", "F"])).invoices;
    expect(plain).toMatchObject({
      late: {
        fine: { rate: percent(2), amountCents: 100 },
        interest: { rate: percent(1), everyDays: 30 },
      },
      addedToday: null,
    });
    expect(fined?.late.fine).toBeNull();
  });

  test("asks of a late invoice, where contracts charge for it, the very amount of its Pix", async () => {
    await negotiating();
    await charging();
    await payableByPix();
    const [bill] = must(await read(["A"])).invoices;
    // 2% of 129.90, and 1% for 30 days over 51, both rounded down.
    expect(bill?.addedToday).toEqual({ fineCents: 259, interestCents: 220, daysLate: 51 });
    expect(asked(bill)).toEqual(cents(13_469));
  });

  test("keeps the order asked, and takes an invoice asked twice once", async () => {
    await negotiating();
    const document = must(await read(["N", "A", "N", "B"]));
    expect(idsOf(document)).toEqual(["N", "A", "B"]);
  });

  test("takes a hundred invoices and no more", async () => {
    await negotiating();
    const many = Array.from({ length: 101 }, (_, index) => [
      `M${index}`,
      ["10.00", "2026-08-10"] as const,
    ]);
    await provider().customer("C2", { owing: Object.fromEntries(many) });
    const ids = many.map(([id]) => id as string);
    expect(must(await read(ids.slice(1))).invoices).toHaveLength(100);
    expect(await read(ids)).toMatchObject({
      refusal: { code: "too_many_to_print", count: 101, max: 100 },
    });
  });
});

const idsOf = ({ invoices }: InvoiceDocument) => invoices.map(({ invoice }) => invoice);

describe("an invoice that nothing is to be paid on", () => {
  test("is refused with what it is: unknown, paid, suspended, deleted", async () => {
    await negotiating();
    const p = provider();
    expect(await read(["N", "X"])).toMatchObject({
      refusal: { code: "invoice_unknown", invoice: "X" },
    });
    for (const state of ["paid", "suspended", "deleted"] as const) {
      await p.changeOutside("N", state);
      expect(await read(["A", "N"])).toMatchObject({
        refusal: { code: "print_of_not_open", invoice: "N", state },
      });
      await p.changeOutside("N", "open");
      await p.database.sql`update invoice set paid_cents = 0 where id = 'N'`;
    }
  });

  test.each(["deleted", "suspended"])(
    "is refused with the agreement that replaced it, where sources are %s",
    async (become) => {
      await negotiating();
      must(await provider().set("agreement.sources", become));
      const agreement = await agreed(["A"], single("2026-07-20"));
      expect(await read(["A"])).toMatchObject({
        refusal: { code: "print_of_replaced", invoice: "A", agreement },
      });
    },
  );

  test("is refused while it is contested, with the law's reason", async () => {
    await negotiating();
    await provider().dispute("N", "2026-06-20");
    expect(await read(["N"])).toMatchObject({
      refusal: { code: "law_forbids_collection", invoice: "N" },
    });
  });
});

describe("an agreement's booklet", () => {
  test("has its instalments in order, each with its lines that add up to it", async () => {
    await negotiating();
    const asked = split(3, "2026-07-20", { increase: "1", fine: "2", charges: "5.00" });
    const agreement = await agreed(["A", "B"], asked);
    const document = must(await readAgreement(agreement));
    expect(document.kind).toBe("booklet");
    expect(document.invoices.map((one) => one.agreement?.instalment)).toEqual([1, 2, 3]);
    expect(document.invoices.map((one) => one.agreement?.instalments)).toEqual([3, 3, 3]);
    for (const { agreement: part, amountCents } of document.invoices) {
      expect(sumCents((part?.lines ?? []).map((line) => line.amountCents))).toBe(amountCents);
    }
    expect(document.invoices[0]?.agreement?.lines.map(({ term }) => term)).toEqual([
      "base",
      "increase",
      "fine",
      "charges",
    ]);
    expect(sumCents(document.invoices.map((one) => one.amountCents))).toBe(22_120);
  });

  test("leaves out what is paid, and is refused once nothing is left", async () => {
    await negotiating();
    const agreement = await agreed(["A"], split(2, "2026-07-20"));
    const [first, second] = idsOf(must(await readAgreement(agreement)));
    must(await provider().pay(first!));
    expect(idsOf(must(await readAgreement(agreement)))).toEqual([second]);
    must(await provider().pay(second!));
    expect(await readAgreement(agreement)).toMatchObject({
      refusal: { code: "nothing_left_to_print", agreement },
    });
  });

  test("has the invoices themselves where the agreement leaves them unchanged", async () => {
    await negotiating();
    const agreement = await agreed(["A", "B"], unchanged());
    const document = must(await readAgreement(agreement));
    expect(idsOf(document)).toEqual(["A", "B"]);
    expect(document.invoices[0]?.agreement).toBeNull();
  });

  test("is refused for an agreement that is none, or no longer one", async () => {
    await negotiating();
    expect(await readAgreement(77)).toMatchObject({ refusal: { code: "agreement_unknown" } });
    const agreement = await agreed(["A"], single("2026-07-20"));
    must(await provider().rescind(agreement));
    expect(await readAgreement(agreement)).toMatchObject({
      refusal: { code: "print_of_agreement_not_live", agreement, status: "rescinded" },
    });
  });

  test("goes on when an instalment is broken: it is still owed", async () => {
    await negotiating();
    const agreement = await agreed(["A"], single("2026-07-20"));
    const late = addDays(TODAY, 60);
    const [bill] = must(await readAgreement(agreement, late)).invoices;
    expect(bill?.amountCents).toBe(cents(12_990));
    expect(bill?.daysOverdue).toBe(41);
  });
});
