import { expect, test } from "vitest";
import { readBarcode } from "#core/bank/boleto.ts";
import { NO_MEANS } from "#core/payment/means.ts";
import { readPaymentMeans } from "#db/queries/documents/read-payment-means.ts";
import { must, opening } from "#test/support/desk.ts";
import { single, split } from "#test/support/proposals.ts";
import { invoiceId, TODAY } from "#test/support/provider.ts";

const provider = opening();

async function negotiating() {
  const p = provider();
  const { sql } = p.database;
  await sql`update payment_profile set bank = '341', wallet = '109', agreement_code = '53678', branch = '0810',
    account = '53678', first_our_number = '100', pix_key = 'pix@provedor.example', beneficiary = 'Provedor'`;
  for (const c of ["C1", "C2"]) {
    await p.customer(c, { owing: { [`${c}-A`]: ["120.00", "2026-05-11"] } });
    await p.negotiate(c);
  }
  const means = async (id: string) =>
    (await readPaymentMeans(sql, [invoiceId(id)], TODAY)).get(invoiceId(id));
  return { ...p, means };
}

const numbers = () => provider().database.sql<{ invoice: string; number: string }[]>`
  select invoice_id as invoice, our_number as number from charge order by our_number`;

test("each invoice that an agreement makes has its number at the bank, its boleto and its Pix", async () => {
  const p = await negotiating();
  must(await p.agree("C1", ["C1-A"], split(3, "2026-07-10")));
  expect(await numbers()).toEqual([
    { invoice: "AC1-1", number: "00000100" },
    { invoice: "AC1-2", number: "00000101" },
    { invoice: "AC1-3", number: "00000102" },
  ]);
  const means = await p.means("AC1-2");
  const barcode = means?.boleto?.barcode;
  expect(barcode && readBarcode(barcode, TODAY)).toMatchObject({
    bank: "341",
    amount: 4_000,
    dueDate: "2026-08-10",
  });
  expect(means?.pix?.code).toContain("540540.00");
});

test("of a debt that was replaced, and of one whose agreement was rescinded, nothing can be paid", async () => {
  const p = await negotiating();
  must(await p.agree("C1", ["C1-A"], single("2026-07-10")));
  expect(await p.means("C1-A")).toEqual(NO_MEANS);
  must(await p.rescind(1));
  expect(await p.means("AC1-1")).toEqual(NO_MEANS);
});

test("a number that billing gave already is passed over", async () => {
  const p = await negotiating();
  await p.database
    .sql`insert into charge (invoice_id, bank, agreement_key, our_number, our_number_key)
    values ('old', '341', '53678', '100', '100'), ('older', '341', '53678', '102', '102')`;
  must(await p.agree("C1", ["C1-A"], split(3, "2026-07-10")));
  const ours = (await numbers()).filter(({ invoice }) => invoice.startsWith("AC"));
  expect(ours.map(({ number }) => number)).toEqual(["00000101", "00000103", "00000104"]);
});

test("two agreements at once never share a number", async () => {
  const p = await negotiating();
  await Promise.all(
    ["C1", "C2"].map(async (c) => must(await p.agree(c, [`${c}-A`], split(10, "2026-07-10")))),
  );
  expect(new Set((await numbers()).map(({ number }) => number)).size).toBe(20);
});

test("a profile whose boletos nothing proves gives no number: the invoice is paid by Pix", async () => {
  const p = await negotiating();
  await p.database.sql`update payment_profile set wallet = '112'`;
  must(await p.agree("C1", ["C1-A"], single("2026-07-10")));
  expect(await numbers()).toEqual([]);
  expect(await p.means("AC1-1")).toMatchObject({ boleto: null, pix: { code: expect.any(String) } });
});
