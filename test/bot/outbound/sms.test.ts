import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { createSmsDriver, type SmsProvider } from "#bot/outbound/sms/driver.ts";
import { fill } from "#bot/outbound/sms/fill.ts";
import { SMS_PROVIDERS } from "#bot/outbound/sms/providers.ts";

const sms = { id: "7", to: "+5511987654321", text: 'Ola "Ana"\nvence hoje \\ {token}' };
const secrets = { token: "segredo", sender: "PROVEDOR" };

type Answer = { readonly status: number; readonly body?: string; readonly headers?: object };
type Asked = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function aProvider(answer: Answer): Promise<{ origin: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push({
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.headers,
      body,
    });
    response.writeHead(answer.status, { ...answer.headers }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const at = (provider: SmsProvider, origin: string): SmsProvider => ({
  ...provider,
  url: `${origin}/send`,
});

describe("a text message", () => {
  it("reaches Zenvia in its shape, the text to the letter", async () => {
    const { origin, asked } = await aProvider({ status: 200, body: '{"id":"z-1"}' });

    const delivered = await createSmsDriver(at(SMS_PROVIDERS.zenvia, origin), secrets)(sms);

    expect(delivered).toEqual({ outcome: "sent", providerId: "z-1" });
    expect(asked[0]?.headers["x-api-token"]).toBe("segredo");
    expect(JSON.parse(asked[0]?.body ?? "")).toEqual({
      from: "PROVEDOR",
      to: "5511987654321",
      contents: [{ type: "text", text: sms.text }],
    });
  });

  it("is refused when Comtele answers 200 without success", async () => {
    const { origin } = await aProvider({ status: 200, body: '{"Success":false}' });

    const delivered = await createSmsDriver(at(SMS_PROVIDERS.comtele, origin), secrets)(sms);

    expect(delivered).toMatchObject({ outcome: "failed" });
  });

  it.each([
    [
      { status: 429, headers: { "retry-after": "12" } },
      { outcome: "limited", afterMs: 12_000 },
    ],
    [{ status: 503 }, { outcome: "again" }],
    [{ status: 401 }, { outcome: "failed", reason: "SMS provider answered 401" }],
    [{ status: 302, headers: { location: "http://127.0.0.1:1/" } }, { outcome: "again" }],
  ])("answered %o becomes %o", async (answer, delivered) => {
    const { origin } = await aProvider(answer);

    const driver = createSmsDriver(at(SMS_PROVIDERS.zenvia, origin), secrets);

    expect(await driver(sms)).toMatchObject(delivered);
  });

  it("goes by query where a provider asks for that, such as Kannel", async () => {
    const { origin, asked } = await aProvider({ status: 202, body: "0: Accepted for delivery" });
    const kannel: SmsProvider = {
      method: "GET",
      url: `${origin}/cgi-bin/sendsms`,
      headers: {},
      query: { username: "{sender}", password: "{token}", to: "{to}", text: "{text}" },
      accepted: { statuses: [202], body: "^0:" },
    };

    expect(await createSmsDriver(kannel, secrets)(sms)).toEqual({ outcome: "sent" });

    const query = new URL(asked[0]?.url ?? "", origin).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      username: "PROVEDOR",
      password: "segredo",
      to: "5511987654321",
      text: sms.text,
    });
  });

  it("never changes the shape it is put into, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const filled = fill({ a: ["{text}", 1], b: { c: "x{text}" } }, { text });
        expect(JSON.parse(JSON.stringify(filled))).toEqual({ a: [text, 1], b: { c: `x${text}` } });
      }),
    );
  });
});
