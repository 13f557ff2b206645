import { createHash } from "node:crypto";
import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseConfig } from "#bot/config.ts";
import { type Serving, serve } from "#bot/main.ts";
import { SYSTEM_OPERATOR } from "#core/ids.ts";
import { localMoment } from "#core/law/local-moment.ts";
import { linkCustomer } from "#core/use-cases/link-customer.ts";
import { startTelegram, type TelegramEmulator } from "#test/emulators/telegram/start.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aDesk, must } from "#test/support/desk.ts";
import { unchanged } from "#test/support/proposals.ts";
import { aProvider, customerId, type Provider } from "#test/support/provider.ts";
import { BOT_TOKEN, WEBHOOK_SECRET } from "#test/support/telegram-office.ts";

/** Any that is free right now: a webhook's address has to be known before anything listens there. */
const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });

describe.each(["polling", "webhook"] as const)("serve, with Telegram by %s", (transport) => {
  let database: TestDatabase;
  let provider: Provider;
  let telegram: TelegramEmulator;
  let serving: Serving;
  beforeEach(async () => {
    database = await createTestDatabase();
    provider = await aProvider(database);
    telegram = await startTelegram({ token: BOT_TOKEN });
    const port = await freePort();
    const config = parseConfig({
      HTTP_PORT: String(port),
      ACORDO_PUBLIC_URL: `http://127.0.0.1:${port}/`,
      LOG_LEVEL: "silent",
      TELEGRAM_BOT_TOKEN: BOT_TOKEN,
      ...(transport === "webhook" ? { TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET } : {}),
    });
    if (!config.ok) throw new Error(JSON.stringify(config.refusal));
    const opened = { ...database, kind: "server", migrated: 0 } as const;
    serving = await serve(config.value, opened, { telegramApiUrl: telegram.apiRoot });
  });
  afterEach(async () => {
    await serving.stop();
    await telegram.close();
    await database.close();
  });

  it("lets a customer in by a link and thanks them for what they paid", async () => {
    const desk = aDesk(provider);
    await provider.customer("C1", { owing: { A: ["129.90", "2026-05-01"] } });
    const tokenSha256 = createHash("sha256").update("one-time_token").digest("hex");
    must(
      await linkCustomer(provider.ports, {
        input: { customer: customerId("C1"), tokenSha256 },
        actor: SYSTEM_OPERATOR,
        today: localMoment(Date.now(), "America/Sao_Paulo").date,
      }),
    );
    const maria = telegram.person({ id: 7, firstName: "Maria", phone: "5581987654321" });
    maria.opens("https://t.me/provedor_bot?start=one-time_token");
    await maria.sees("confirmamos que é você");

    await desk.negotiate("C1");
    must(await desk.agree("C1", ["A"], unchanged({ tolerance: "2026-07-15" })));
    must(await desk.pay("A"));
    await maria.sees("Recebemos o pagamento de R$ 129,90 da fatura A. Obrigado!");
    expect(telegram.refusedCalls().filter(({ method }) => method !== "getUpdates")).toEqual([]);
  });
});
