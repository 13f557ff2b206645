import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import pino from "pino";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseConfig } from "#bot/config.ts";
import { type Letters, openLetters } from "#bot/letters.ts";
import { relayOnce } from "#bot/scheduler/relay.ts";
import type { DocumentAsked } from "#core/documents/asked.ts";
import { accept, refuse } from "#core/result.ts";
import { changeSetting } from "#core/use-cases/change-setting.ts";
import { queueEmail } from "#core/use-cases/queue-email.ts";
import { createOutbox } from "#db/outbox.ts";
import { must, opening } from "#test/support/desk.ts";
import { events } from "#test/support/look.ts";
import { customerId, invoiceId } from "#test/support/provider.ts";

const opened = opening();
const OWN = "maria@exemplo.com.br";
/** A Wednesday, inside the hours of every state. */
const NOON = Date.parse("2026-07-01T12:00:00-03:00");

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

beforeEach(async () => {
  await opened().customer("C1", { owing: { A: ["129.90", "2026-05-04"] } });
  await opened().database.sql`update customer set email = ${OWN} where id = 'C1'`;
});

async function aMailServer(): Promise<{ url: string; arrived: ParsedMail[] }> {
  const arrived: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        arrived.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, arrived };
}

function theLetters(url: string, printable = true): Letters & { readonly asked: DocumentAsked[] } {
  const asked: DocumentAsked[] = [];
  const { ports, database } = opened();
  const config = parseConfig({ SMTP_URL: url, SMTP_FROM: "a@provedor.example" });
  if (!config.ok) throw new Error("the configuration was refused");
  const letters = openLetters(config.value, {
    ports,
    database,
    log: pino({ level: "silent" }),
    print: async (document) => {
      asked.push(document);
      return printable
        ? accept(new TextEncoder().encode("%PDF-1.7"))
        : refuse({ code: "creditor_incomplete", field: "address", rule: "CDC-42-A" });
    },
  });
  stops.push(() => letters.close());
  return { ...letters, asked };
}

const relay = ({ senders }: Letters) =>
  relayOnce({
    outbox: createOutbox(opened().database.sql),
    senders,
    log: pino({ level: "silent" }),
    random: () => 0.5,
  });

async function writes(invoices: readonly string[]): Promise<void> {
  must(
    await opened().ask(queueEmail, {
      customer: customerId("C1"),
      subject: "Sua fatura",
      body: "Olá, Maria.",
      invoices: invoices.map(invoiceId),
      confirmed: true,
      now: NOON,
    }),
  );
}

const statuses = async () =>
  (await opened().database.sql<{ status: string }[]>`select status from message order by id`).map(
    ({ status }) => status,
  );

describe("an e-mail that an operator wrote", () => {
  it("leaves with its invoice as a document and the creditor below, and the account says so", async () => {
    const { url, arrived } = await aMailServer();
    const letters = theLetters(url);
    must(await opened().ask(changeSetting, { key: "provider.name", value: "Rede Ipê Ltda" }));
    await writes(["A"]);

    await relay(letters);
    await relay(letters);

    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.to).toMatchObject({ text: OWN });
    expect(arrived[0]?.text).toContain("Rede Ipê Ltda");
    expect(arrived[0]?.attachments).toMatchObject([{ filename: "fatura-A.pdf" }]);
    expect(letters.asked).toEqual([{ invoices: ["A"] }]);
    expect(await statuses()).toEqual(["sent"]);
    expect(await events(opened().database.sql, "message_sent")).toMatchObject([
      { data: { channel: "email" } },
    ]);
  });

  it("does not leave once its invoice is paid", async () => {
    const { url, arrived } = await aMailServer();
    await writes(["A"]);
    must(await opened().pay("A"));

    await relay(theLetters(url));

    expect(arrived).toEqual([]);
    expect(await statuses()).toEqual(["dropped"]);
    expect(await events(opened().database.sql, "message_not_sent")).toMatchObject([
      { data: { why: "paid" } },
    ]);
  });

  it("waits, and leaves nothing behind, while its invoice cannot be printed", async () => {
    const { url, arrived } = await aMailServer();
    await writes(["A"]);

    await relay(theLetters(url, false));

    expect(arrived).toEqual([]);
    expect(await statuses()).toEqual(["queued"]);
    const [row] = await opened().database
      .sql`select attempts, last_error from outbox where sent_at is null`;
    expect(row).toMatchObject({ attempts: 1 });
    expect(row?.last_error).toContain("creditor_incomplete");
  });

  it("waits in the outbox while nobody answers at the mail server", async () => {
    await writes([]);

    await relay(theLetters("smtp://127.0.0.1:1"));

    expect(await statuses()).toEqual(["queued"]);
  });
});
