import type { FastifyPluginAsync, FastifyReply } from "fastify";
import type { DocumentAsked } from "#core/documents/asked.ts";
import type { AgreementNumber, InvoiceId } from "#core/ids.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import { notFound } from "../errors.ts";
import { type Access, forbid } from "../security/access.ts";

export type DocumentPorts = {
  /** The PDF of an invoice, or of all that is still to be paid of an agreement. */
  readonly print: (asked: DocumentAsked) => Promise<Result<Uint8Array, Refusal>>;
  /** Why not, for whoever follows a link: in Portuguese. */
  readonly explain: (refusal: Refusal) => string;
};

/** GET /invoices/ID.pdf and /agreements/NUMBER.pdf */
export const documentRoutes =
  (access: Access, documents: DocumentPorts): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: { file: string } }>("/invoices/:file", async (request, reply) => {
      const subject = withoutEnding(request.params.file);
      const asked = { kind: "invoice", subject } as const;
      if (!(await access.mayOpen(request, asked, ["invoice.print"]))) return forbid(reply);
      const printed = await documents.print({ invoices: [subject as InvoiceId] });
      return send(reply, printed, { documents, name: `fatura-${subject}` });
    });
    app.get<{ Params: { file: string } }>("/agreements/:file", async (request, reply) => {
      const subject = withoutEnding(request.params.file);
      const asked = { kind: "agreement", subject } as const;
      if (!(await access.mayOpen(request, asked, ["invoice.print"]))) return forbid(reply);
      if (!/^[1-9]\d{0,14}$/.test(subject)) return notFound(reply);
      const printed = await documents.print({ agreement: Number(subject) as AgreementNumber });
      return send(reply, printed, { documents, name: `acordo-${subject}` });
    });
  };

/** What does not end in .pdf is no subject that was ever signed. */
const withoutEnding = (file: string): string =>
  file.endsWith(".pdf") ? file.slice(0, -".pdf".length) : "";

type Sending = { readonly documents: DocumentPorts; readonly name: string };

function send(
  reply: FastifyReply,
  printed: Result<Uint8Array, Refusal>,
  { documents, name }: Sending,
): FastifyReply {
  reply.header("cache-control", "private, no-store");
  if (!printed.ok) return refuse(reply, printed.refusal, documents);
  return (
    reply
      .type("application/pdf")
      // Viewers of PDFs are pages themselves, and the policy of our own would stop some of them.
      .header("content-security-policy", "frame-ancestors 'none'")
      .header("content-disposition", `inline; filename="${safeName(name)}.pdf"`)
      .send(Buffer.from(printed.value))
  );
}

/** An id of the billing system may hold anything; in a header only these. */
const safeName = (name: string): string => name.replace(/[^\w.-]+/g, "_").slice(0, 120);

/** Who pays is told why there is nothing to pay; what is wrong in here is nobody's business out there. */
function refuse(reply: FastifyReply, refusal: Refusal, { explain }: DocumentPorts): FastifyReply {
  switch (refusal.code) {
    case "invoice_unknown":
    case "agreement_unknown":
      return notFound(reply);
    case "print_of_not_open":
    case "print_of_replaced":
    case "print_of_agreement_not_live":
    case "nothing_left_to_print":
      return plain(reply, 409, explain(refusal));
    default:
      reply.log.error({ refusal: refusal.code }, "a document was not printed");
      return plain(reply.header("retry-after", "30"), 503, UNAVAILABLE);
  }
}

const UNAVAILABLE = "O documento não pode ser gerado agora. Tente de novo em alguns minutos.";

const plain = (reply: FastifyReply, status: number, text: string): FastifyReply =>
  reply.code(status).type("text/plain; charset=utf-8").send(`${text}\n`);
