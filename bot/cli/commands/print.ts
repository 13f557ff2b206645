import type { DocumentAsked } from "#core/documents/asked.ts";
import type { AgreementNumber, InvoiceId } from "#core/ids.ts";
import { doneOrFail, mustHold } from "../call.ts";
import { define, needed, optional } from "../command.ts";
import { Failure } from "../failure.ts";
import { fileEndingIn, id, list, sequenceNumber } from "../readers.ts";
import { writeOut } from "../write-out.ts";

export const print = define({
  name: "print",
  help: "Prints invoices as a PDF: one or several, each on a page, or what is still to be paid of an agreement as a booklet of three slips a page (carnê). Each says who asks, what for, how much and until when, with its boleto and Pix.",
  example: "--invoice F881,F882 --out faturas.pdf",
  flags: {
    invoices: optional(
      "--invoice <ids>",
      "the invoices' ids, separated by commas",
      list(id<InvoiceId>("an invoice's id")),
    ),
    agreement: optional(
      "--agreement <number>",
      "an agreement's booklet instead",
      sequenceNumber<AgreementNumber>("an agreement's number"),
    ),
    out: needed("--out <file>", "the PDF to write", fileEndingIn([".pdf"])),
  },
  async work(call, { out, ...chosen }) {
    const asked = askedOf(chosen);
    await mustHold(call, "invoice.print");
    const { readInvoiceDocuments } = await call.open();
    const document = doneOrFail(call, await readInvoiceDocuments(asked, call.today));
    const printed = await call.shell.printDocument(call.config, document);
    const { bytes, pages } = doneOrFail(call, printed);
    const invoices = document.invoices.map(({ invoice }) => invoice);
    await writeOut(out, bytes);
    return {
      json: { file: out, pages, invoices, bytes: bytes.length },
      text: [`${out}: ${invoices.join(", ")}; ${pages} ${pages === 1 ? "page" : "pages"}.`],
    };
  },
});

type Chosen = {
  readonly invoices: readonly InvoiceId[] | undefined;
  readonly agreement: AgreementNumber | undefined;
};

function askedOf({ invoices, agreement }: Chosen): DocumentAsked {
  if (invoices !== undefined && agreement === undefined) return { invoices };
  if (agreement !== undefined && invoices === undefined) return { agreement };
  const came = invoices === undefined ? "neither" : "both";
  throw new Failure(`--invoice or --agreement: ${came} came; expected one of the two.`);
}
