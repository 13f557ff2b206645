import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatDigitLine } from "#core/bank/boleto.ts";
import { date } from "#core/calendar.ts";
import type { BilledInvoice, InvoiceDocument } from "#core/documents/invoice-document.ts";
import type { InvoiceId } from "#core/ids.ts";
import { cents } from "#core/money.ts";
import { NO_MEANS } from "#core/payment/means.ts";
import type { PrintedPdf } from "#reports/printables/printable.ts";
import { createPrinter, type Printer } from "#reports/printables/printer/printer.ts";
import { renderDocument } from "#reports/printables/render-document.ts";
import { aBill, aBooklet, aDocument, CREDITOR, ISSUED, meansOf } from "./bills.ts";
import { reading, squeezed } from "./reading.ts";

let printer: Printer;
beforeAll(() => {
  printer = createPrinter();
});
afterAll(() => printer.close());

const print = async (document: InvoiceDocument, by = printer): Promise<PrintedPdf> => {
  const printed = await by.print(renderDocument(document));
  if (!printed.ok) throw new Error(printed.refusal.code);
  return printed.value;
};

const booklet = (invoices: readonly BilledInvoice[]) => aDocument(invoices, { kind: "booklet" });

describe("a bill on a page of its own", () => {
  test("says who asks, whom, what for, how much, until when, and what changes the amount", async () => {
    const { bytes, pages } = await print(aDocument([aBill()]));
    const text = await reading(bytes, (pdf) => pdf.text());
    expect(pages).toBe(1);
    for (const told of [
      ...Object.values(CREDITOR),
      "Ana Souza",
      "CPF 529.982.247-25",
      "Fatura 000881",
      "Referência F881",
      "Internet 300 Mb, julho de 2026",
      "R$ 129,90",
      "10/07/2026",
      "Emitida em 01/07/2026",
      "Até 10/07/2026: desconto de R$ 10,00; pague R$ 119,90.",
      "Depois de 10/07/2026: multa de 2% (R$ 2,60) e juros simples de 1% ao mês (de 30 dias)",
      "Itaú Unibanco",
      "0810/53678",
      "109/12345678-8",
    ]) {
      expect(text).toContain(told);
    }
  });

  test("is paid by its bars, its digit line, its QR code and its Pix code", async () => {
    const bill = aBill();
    const { boleto, pix } = bill.means;
    const { bytes } = await print(aDocument([bill]));
    await reading(bytes, async (pdf) => {
      expect([...(await pdf.codes())].sort()).toEqual([boleto!.barcode, pix!.code].sort());
      const text = await pdf.text();
      expect(text).toContain(formatDigitLine(boleto!.digitLine));
      expect(squeezed(text)).toContain(squeezed(pix!.code));
    });
  });

  test("tells its agreement, its instalment and each line of it", async () => {
    const { bytes } = await print(aDocument([aBooklet()[0]!]));
    const text = await reading(bytes, (pdf) => pdf.text());
    for (const told of [
      "Acordo 12 · Parcela 1 de 3",
      "Valor negociado: Acordo das faturas de março a maio de 2026 R$ 119,92",
      "Acréscimo R$ 4,19",
      "Multa R$ 7,20",
      "Desconto −R$ 12,00",
      "Desconto em valor −R$ 1,65",
      "Encargos R$ 5,00",
      "Honorários R$ 10,00",
      "Total a pagar R$ 132,66",
      "Depois de 10/07/2026: juros simples de 1% ao mês",
    ]) {
      expect(text).toContain(told);
    }
    expect(text).not.toContain("multa de");
  });

  test("that is late says what it is today, on the paper as in its bars and its Pix", async () => {
    const amountCents = cents(12_990);
    const late = aBill({
      amountCents,
      dueDate: date("2026-05-11"),
      onTimeUntil: date("2026-05-11"),
      daysOverdue: 51,
      onTimeDiscountCents: null,
      addedToday: { fineCents: cents(259), interestCents: cents(220), daysLate: 51 },
      means: meansOf({ invoice: aBill().invoice, amountCents: cents(13_469), dueDate: ISSUED }),
    });
    const { bytes } = await print(aDocument([late]));
    const text = await reading(bytes, (pdf) => pdf.text());
    for (const told of [
      "Vencida há 51 dias",
      "Multa por atraso R$ 2,59",
      "Juros de 51 dias R$ 2,20",
      "Total a pagar R$ 134,69",
      "Pague com Pix: R$ 134,69",
      "Valor para pagar em 01/07/2026. Depois desse dia: juros simples de 1% ao mês",
    ]) {
      expect(text).toContain(told);
    }
    expect(text).not.toContain("Depois de 11/05/2026");
  });

  test("that is late keeps on its slip what the bank was told, where the billing system issued it", async () => {
    const late = aBill({
      onTimeDiscountCents: null,
      addedToday: { fineCents: cents(259), interestCents: cents(220), daysLate: 51 },
    });
    const { bytes } = await print(aDocument([late]));
    const text = await reading(bytes, (pdf) => pdf.text());
    expect(text).toContain("Total a pagar R$ 134,69");
    expect(text).toMatch(/Valor do documento.*R\$ 129,90/s);
  });

  test("that costs nothing more when it is late names no conditions", async () => {
    const bill = aBill({ onTimeDiscountCents: null, late: { fine: null, interest: null } });
    const { bytes } = await print(aDocument([bill]));
    const text = await reading(bytes, (pdf) => pdf.text());
    expect(text).not.toMatch(/Condições|Depois de/);
  });

  test("of which a part is paid asks for the rest", async () => {
    const { bytes } = await print(
      aDocument([aBill({ paidCents: cents(5_000), onTimeDiscountCents: null })]),
    );
    const text = await reading(bytes, (pdf) => pdf.text());
    expect(text).toContain("Já pago −R$ 50,00");
    expect(text).toContain("Total a pagar R$ 79,90");
  });

  test("that is late says since when", async () => {
    const late = { daysOverdue: 12, dueDate: "2026-06-19", onTimeUntil: "2026-06-19" };
    const { bytes } = await print(aDocument([aBill(late as Partial<BilledInvoice>)]));
    expect(await reading(bytes, (pdf) => pdf.text())).toContain("Vencida há 12 dias");
  });

  test("without boleto and Pix sends the customer to the creditor", async () => {
    const { bytes } = await print(aDocument([aBill({ means: NO_MEANS })]));
    const text = await reading(bytes, (pdf) => pdf.text());
    expect(text).toContain(`Peça a ${CREDITOR.name} o boleto ou o Pix desta fatura.`);
    expect(text).not.toContain("Boleto");
  });
});

describe("several bills", () => {
  test("stand on a page each, in the order asked", async () => {
    const bills = [aBill(), ...aBooklet()];
    const { bytes, pages } = await print(aDocument(bills));
    expect(pages).toBe(bills.length);
    await reading(bytes, async (pdf) => {
      for (const [index, { means }] of bills.entries()) {
        expect(await pdf.codes(index + 1)).toContain(means.boleto!.barcode);
      }
    });
  });
});

describe("a booklet", () => {
  test("has three slips a page, each with all that it is paid with", async () => {
    const bills = aBooklet(7);
    const { bytes, pages } = await print(booklet(bills));
    expect(pages).toBe(3);
    await reading(bytes, async (pdf) => {
      for (const page of [1, 2, 3]) {
        const here = bills.slice((page - 1) * 3, page * 3);
        const expected = here.flatMap(({ means }) => [means.boleto!.barcode, means.pix!.code]);
        expect([...(await pdf.codes(page))].sort()).toEqual(expected.sort());
        const text = await pdf.text(page);
        for (const { agreement, means } of here) {
          expect(text).toContain(`Parcela ${agreement!.instalment} de 7`);
          expect(text).toContain(formatDigitLine(means.boleto!.digitLine));
          expect(squeezed(text)).toContain(squeezed(means.pix!.code));
        }
        expect(text.split(squeezeFree(CREDITOR.address)).length - 1).toBe(here.length);
      }
    });
  });

  test("is full at three, without an empty page behind it", async () => {
    expect((await print(booklet(aBooklet(3)))).pages).toBe(1);
    expect((await print(booklet(aBooklet(6)))).pages).toBe(2);
    expect((await print(booklet(aBooklet(60)))).pages).toBe(20);
  });

  test("keeps its slips whole when everything in them is as long as it can be", async () => {
    const long = aBooklet(3).map((bill) => ({
      ...bill,
      number: "9".repeat(100),
      description: "Descrição ".repeat(50),
      customer: { name: "Maria ".repeat(50), taxId: bill.customer.taxId },
    }));
    const creditor = {
      name: "Provedor ".repeat(16).trim(),
      address: "Avenida do Comércio, 1000, ".repeat(11).trim(),
      taxId: CREDITOR.taxId,
    };
    const { bytes, pages } = await print({ ...booklet(long), creditor });
    expect(pages).toBe(1);
    await reading(bytes, async (pdf) => {
      const expected = long.flatMap(({ means }) => [means.boleto!.barcode, means.pix!.code]);
      expect([...(await pdf.codes())].sort()).toEqual(expected.sort());
      const text = squeezed(await pdf.text());
      expect(text.split(squeezed(creditor.address)).length - 1).toBe(3);
    });
  });
});

/** Text is asked for as a reader shows it, with single blanks. */
const squeezeFree = (text: string): string => text.replace(/\s+/g, " ");

describe("a PDF", () => {
  test("is tagged, in Portuguese, named after what it holds, and of one size", async () => {
    const { bytes } = await print(booklet(aBooklet()));
    const info = await reading(bytes, (pdf) => pdf.info());
    expect(info).toMatch(/Title: +Carnê do acordo 12\n/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/Page size: +59\d[.\d]* x 84\d[.\d]* pts \(A4\)/);
    expect(info).toMatch(/CreationDate: +Wed Jul {2}1 /);
    expect(info).toMatch(/JavaScript: +no/);
    expect(Buffer.from(bytes).toString("latin1")).toContain("/Lang (pt-BR)");
  });

  test("is the same file for the same data, whatever was printed before and by which browser", async () => {
    const documents = [
      aDocument([aBill()]),
      aDocument([aBill(), ...aBooklet()]),
      booklet(aBooklet(5)),
    ];
    const other = createPrinter({ pages: 1 });
    try {
      const first = await Promise.all(documents.map((one) => print(one)));
      const again = await Promise.all(documents.toReversed().map((one) => print(one)));
      const elsewhere = await Promise.all(documents.map((one) => print(one, other)));
      for (const [index, { bytes }] of first.entries()) {
        expect(Buffer.compare(again.at(-1 - index)!.bytes, bytes)).toBe(0);
        expect(Buffer.compare(elsewhere[index]!.bytes, bytes)).toBe(0);
      }
    } finally {
      await other.close();
    }
  });
});

describe("what people typed", () => {
  test.each([
    ["markup", `<script>document.body.innerHTML=""</script><img src=x onerror=alert(1)>`],
    ["an ending of its own element", `</bdi></p></article><article class="bill">`],
    ["a placeholder", "{{customer.name}} {% raw %} %s"],
    ["accents and quotes", `Conceição "Zezé" d'Ávila & Irmãos, Ltda. ñ ü ç`],
    ["300 characters without a blank", "Á".repeat(300)],
    ["300 characters", "Maria da Conceição ".repeat(16).slice(0, 300).trim()],
  ])("stays text: %s", async (_, name) => {
    const bill = aBill({ customer: { name, taxId: null }, description: name });
    const { bytes, pages } = await print(aDocument([bill]));
    await reading(bytes, async (pdf) => {
      const text = squeezed(await pdf.text());
      expect(text.split(squeezed(name)).length - 1).toBeGreaterThanOrEqual(2);
      expect(text).toContain(squeezed("Total a pagar R$ 129,90"));
      expect([...(await pdf.codes(pages))].sort()).toContain(bill.means.boleto!.barcode);
    });
  });

  test.each([
    ["from right to left", "محمد عبد الله"],
    ["turned round by a mark that is never closed", "Ana \u202e09,921 $R azuoS"],
    ["with drawings in it", "Ana 😀 Souza 👩‍👩‍👧‍👦"],
  ])("moves nothing beside it: %s", async (_, name) => {
    const { bytes } = await print(
      aDocument([aBill({ customer: { name, taxId: null }, number: name })]),
    );
    const text = await reading(bytes, (pdf) => pdf.text());
    for (const told of ["R$ 129,90", "Emitida em 01/07/2026", "Referência F881", "10/07/2026"]) {
      expect(text).toContain(told);
    }
  });

  test("names the document without opening it to anything", async () => {
    const number = ") /Count 99 (node00000007) <x>\n/CreationDate (D:20000101000000+00'00')";
    const { bytes, pages } = await print(
      aDocument([aBill({ number, invoice: "F1" as InvoiceId })]),
    );
    expect(pages).toBe(1);
    const info = await reading(bytes, (pdf) => pdf.info());
    expect(info).toContain("(node00000007) <x>");
    expect(info).toMatch(/CreationDate: +Wed Jul {2}1 /);
  });
});
