import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import pino from "pino";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Config, parseConfig } from "#bot/config.ts";
import { codeChannelsOf, openLetters } from "#bot/letters.ts";
import { sendCodeBySms } from "#bot/outbound/codes/send-code.ts";
import { createSmsDriver } from "#bot/outbound/sms/driver.ts";
import type { Senders } from "#bot/sending.ts";
import { createTexts } from "#bot/texts/texts.ts";
import { accept } from "#core/result.ts";
import { readCode } from "#db/queries/identity/read-code.ts";
import { readProvider } from "#db/queries/telegram/read-provider.ts";
import { chats, reachableAt, relayAll } from "#test/bot/telegram/support.ts";
import type { Person } from "#test/emulators/telegram/person.ts";
import { CPF } from "#test/support/provider.ts";
import { type Counter, NIGHT, theCounter } from "#test/support/telegram-office.ts";

const EMAIL = "maria@exemplo.com.br";
const MINUTE = 60_000;

function configOf(env: Readonly<Record<string, string>>): Config {
  const config = parseConfig(env);
  if (!config.ok) throw new Error("the configuration was refused");
  return config.value;
}
const SMTP = { SMTP_URL: "smtp://127.0.0.1:1", SMTP_FROM: "a@provedor.example" };
const SMS = { SMS_PROVIDER: "zenvia", SMS_TOKEN: "segredo", SMS_SENDER: "PROVEDOR" };

const open = theCounter({ over: { codeChannels: codeChannelsOf(configOf({ ...SMTP, ...SMS })) } });
let counter: Counter;
const stops: (() => Promise<void> | void)[] = [];
const logged: string[] = [];
const log = pino({ level: "trace" }, { write: (line: string) => void logged.push(line) });

beforeEach(async () => {
  logged.length = 0;
  counter = open();
  await counter.customer("C1");
  await reachableAt(counter, "C1", { email: EMAIL });
  await counter.set("provider.name", "Rede Ipê Ltda");
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function aMailServer(): Promise<{ senders: Senders; arrived: ParsedMail[] }> {
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
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const { ports, database } = counter;
  const print = async () => accept(new Uint8Array());
  const config = configOf({ ...SMTP, SMTP_URL: url });
  const letters = openLetters(config, { ports, database, log, print });
  stops.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  stops.push(() => letters.close());
  return { senders: letters.senders, arrived };
}

async function asks(person: Person, by = "código por e-mail"): Promise<void> {
  person.opens();
  await person.sees("Digite o CPF");
  person.types(CPF);
  await person.taps(by);
  await person.sees("um código de 6 números chega");
}

describe("a code that a customer asks for", () => {
  it("arrives by e-mail, opens the chat, and stands in no log and in no outbox", async () => {
    const { senders, arrived } = await aMailServer();
    const maria = counter.person("Maria");
    await asks(maria);
    await relayAll(counter, senders);

    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.to).toMatchObject({ text: EMAIL });
    expect(arrived[0]?.subject).toBe("Código para confirmar que é você no Telegram");
    const text = arrived[0]?.text ?? "";
    expect(text).toContain("Rede Ipê Ltda");
    expect(text).toContain("vale por 10 minutos");
    const code = /Seu código é (\d{6})\./.exec(text)?.[1] ?? "";
    maria.types(code);
    await maria.sees("confirmamos que é você");
    expect(await chats(counter)).toMatchObject([{ customer: "C1", by: "code" }]);
    const outbox = await counter.database.sql`select * from outbox`;
    const events = await counter.database.sql`select data from event`;
    expect(JSON.stringify([logged, outbox, events])).not.toContain(code);
  });

  it("does not leave once it is too old", async () => {
    const { senders, arrived } = await aMailServer();
    await asks(counter.person("Maria"));
    vi.setSystemTime(NIGHT + 10 * MINUTE);
    await relayAll(counter, senders);
    expect(arrived).toEqual([]);
    const [row] = await counter.database
      .sql`select count(*)::int as n from outbox where sent_at is null`;
    expect(row).toEqual({ n: 0 });
  });

  it("is the one asked for last when somebody asks twice", async () => {
    const { senders, arrived } = await aMailServer();
    const maria = counter.person("Maria");
    await asks(maria);
    const first = await codes();
    await asks(maria);
    await relayAll(counter, senders);
    const [last] = await codes();
    expect(first).not.toEqual([last]);
    for (const mail of arrived) expect(mail.text).toContain(last);
  });

  it("arrives as a text message at the mobile on record", async () => {
    const bodies: string[] = [];
    const server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      bodies.push(body);
      response.writeHead(200).end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    stops.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { sql } = counter.database;
    const driver = createSmsDriver(
      {
        method: "POST",
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        headers: {},
        json: { to: "{to}", text: "{text}" },
        accepted: { statuses: [200] },
      },
      {},
    );
    await reachableAt(counter, "C1", { mobile: "+5581988887777" });
    const maria = counter.person("Maria");
    await asks(maria, "código por SMS");
    await relayAll(counter, {
      "send_identity_code:sms": sendCodeBySms(
        {
          creditor: () => readProvider(sql),
          code: (asked) => readCode(sql, asked),
          nowMs: Date.now,
          texts: createTexts("pt-BR"),
        },
        driver,
      ),
    });
    const [code] = await codes();
    expect(bodies.map((body) => JSON.parse(body))).toEqual([
      {
        to: "5581988887777",
        text: expect.stringMatching(new RegExp(`^Código ${code} .*Rede Ipê`)),
      },
    ]);
  });
});

describe("the ways by which a code can come", () => {
  it("are those that are configured", () => {
    expect(codeChannelsOf(configOf({}))).toEqual([]);
    expect(codeChannelsOf(configOf(SMTP))).toEqual(["email"]);
    expect(codeChannelsOf(configOf({ ...SMTP, ...SMS }))).toEqual(["email", "sms"]);
  });
});

const codes = async (): Promise<readonly string[]> =>
  (await counter.database.sql<{ code: string }[]>`select code from identity_code`).map(
    ({ code }) => code,
  );
