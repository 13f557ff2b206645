import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import type { Email } from "#bot/outbound/email/email.ts";
import { createMailer, type Mailer } from "#bot/outbound/email/mailer.ts";

const email: Email = {
  id: "42",
  to: ["ana@example.com"],
  cc: ["copia@example.com"],
  subject: "Sua fatura de novembro",
  body: "Olá, Ana!\n\nSegue a fatura de R$ 129,90 <em anexo>.\nAté logo.",
  footer: ["Provedor Ltda.", "Rua A, 1", "CNPJ 11.222.333/0001-81"],
  attachments: [
    { name: "fatura.pdf", mediaType: "application/pdf", bytes: new TextEncoder().encode("%PDF-1") },
  ],
};

type Refusing = { readonly at: "rcpt" | "data" | "auth"; readonly code: number };

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function aServer(refusing?: Refusing): Promise<{ mailer: Mailer; arrived: ParsedMail[] }> {
  const arrived: ParsedMail[] = [];
  const refusal = (at: Refusing["at"]) =>
    refusing?.at === at
      ? Object.assign(new Error("not now: ana@example.com"), { responseCode: refusing.code })
      : null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => done(refusal("rcpt")),
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        if (refusal("data") === null) arrived.push(mail);
        done(refusal("data"));
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const mailer = createMailer({
    url: `smtp://127.0.0.1:${port}`,
    from: "Cobrança <cobranca@provedor.example>",
  });
  stops.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  stops.push(() => mailer.close());
  return { mailer, arrived };
}

describe("an e-mail to a customer", () => {
  it("arrives with its copies, both texts, the creditor and the invoice", async () => {
    const { mailer, arrived } = await aServer();

    expect(await mailer.send(email)).toEqual({ outcome: "sent" });

    const [mail] = arrived;
    expect(mail?.subject).toBe("Sua fatura de novembro");
    expect(mail?.from?.text).toBe('"Cobrança" <cobranca@provedor.example>');
    expect(mail?.messageId).toBe("<42@provedor.example>");
    expect(mail?.cc).toMatchObject({ text: "copia@example.com" });
    expect(mail?.text).toContain("Segue a fatura de R$ 129,90 <em anexo>.");
    expect(mail?.text).toContain("CNPJ 11.222.333/0001-81");
    expect(mail?.html).toContain("&lt;em anexo&gt;.<br>Até logo.");
    expect(mail?.html).toContain("Rua A, 1");
    expect(mail?.attachments).toMatchObject([
      { filename: "fatura.pdf", contentType: "application/pdf" },
    ]);
    expect(mail?.attachments[0]?.content.toString()).toBe("%PDF-1");
  });

  it("cannot carry a header in its subject, nor markup in its text", async () => {
    const { mailer, arrived } = await aServer();
    const hostile = '<img src=x onerror=alert(1)> & "aspas"';

    await mailer.send({ ...email, subject: "Oi\r\nBcc: todos@example.com", body: hostile });

    expect(arrived[0]?.headers.has("bcc")).toBe(false);
    expect(arrived[0]?.html).not.toContain("<img");
    expect(arrived[0]?.text).toContain(hostile);
  });

  it.each([
    { at: "rcpt", code: 452, outcome: "again" },
    { at: "rcpt", code: 550, outcome: "failed" },
    { at: "data", code: 451, outcome: "again" },
    { at: "data", code: 552, outcome: "failed" },
  ] as const)(
    "refused with $code at $at: $outcome, and no address in the reason",
    async (refused) => {
      const { mailer } = await aServer(refused);

      const delivered = await mailer.send({ ...email, cc: [] });

      expect(delivered).toEqual({ outcome: refused.outcome, reason: `SMTP ${refused.code}` });
    },
  );

  it("is tried again when nobody answers", async () => {
    const mailer = createMailer({ url: "smtp://127.0.0.1:1", from: "a@provedor.example" });
    stops.push(() => mailer.close());

    expect(await mailer.send(email)).toMatchObject({ outcome: "again" });
  });
});
