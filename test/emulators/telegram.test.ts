import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTelegram, type TelegramEmulator } from "./telegram/start.ts";

const TOKEN = "7000001:AAE-emulated_token_of_the_bot_12345";
let telegram: TelegramEmulator;
beforeEach(async () => {
  telegram = await startTelegram({ token: TOKEN });
});
afterEach(() => telegram.close());

const MARIA = { id: 11, firstName: "Maria", phone: "5581987654321" };

/** As any client of the Bot API calls it. */
async function call(method: string, args: object = {}, token = TOKEN) {
  const response = await fetch(`${telegram.apiRoot}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(args),
  });
  return (await response.json()) as {
    readonly ok: boolean;
    readonly result: unknown;
    readonly description: string;
    readonly error_code: number;
    readonly parameters?: object;
  };
}

const send = (text: string, more: object = {}) =>
  call("sendMessage", { chat_id: MARIA.id, text, ...more });
const buttons = (...row: object[]) => ({ reply_markup: { inline_keyboard: [row] } });

describe("the Bot API", () => {
  it("knows its token, and no other", async () => {
    expect(await call("getMe")).toMatchObject({ ok: true, result: { username: "provedor_bot" } });
    expect(await call("getMe", {}, "1:other")).toMatchObject({ ok: false, error_code: 401 });
    expect(await call("sendPigeon")).toMatchObject({ ok: false, error_code: 404 });
  });

  it("writes to nobody who did not write first", async () => {
    expect(await send("oi")).toMatchObject({ description: "Bad Request: chat not found" });
    telegram.person(MARIA);
    expect(await send("oi")).toMatchObject({ error_code: 403 });
    telegram.person(MARIA).opens();
    expect(await send("oi")).toMatchObject({ ok: true });
    telegram.person(MARIA).blocks();
    expect(await send("oi")).toMatchObject({
      error_code: 403,
      description: "Forbidden: bot was blocked by the user",
    });
  });

  it.each([
    ["no text", "  ", {}, "Bad Request: message text is empty"],
    ["too much text", "x".repeat(4_097), {}, "Bad Request: message is too long"],
    [
      "an unknown tag",
      "<x>a</x>",
      { parse_mode: "HTML" },
      'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0',
    ],
    [
      "a tag left open",
      "é <b>a",
      { parse_mode: "HTML" },
      "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ],
    [
      "tags that cross",
      "<b><i>a</b></i>",
      { parse_mode: "HTML" },
      'Bad Request: can\'t parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    ],
    [
      "65 bytes in a button",
      "a",
      buttons({ text: "a", callback_data: `${"x".repeat(63)}é` }),
      "Bad Request: BUTTON_DATA_INVALID",
    ],
    [
      "257 characters to copy",
      "a",
      buttons({ text: "a", copy_text: { text: "x".repeat(257) } }),
      "Bad Request: BUTTON_COPY_TEXT_INVALID",
    ],
    [
      "a button that does nothing",
      "a",
      buttons({ text: "a" }),
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
  ])("refuses %s as Telegram does", async (_, text, more, description) => {
    telegram.person(MARIA).opens();
    expect(await send(text, more)).toMatchObject({ ok: false, error_code: 400, description });
  });

  it("counts what is seen, not the markup", async () => {
    telegram.person(MARIA).opens();
    const text = `<b>${"&amp;".repeat(4_096)}</b>`;
    expect(await send(text, { parse_mode: "HTML" })).toMatchObject({
      ok: true,
      result: { text: "&".repeat(4_096) },
    });
  });

  it("edits what is the bot's and another, and says so where it is the same", async () => {
    telegram.person(MARIA).opens();
    const sent = await send("um");
    const { message_id } = sent.result as { message_id: number };
    const at = { chat_id: MARIA.id, message_id };
    expect(await call("editMessageText", { ...at, text: "dois" })).toMatchObject({ ok: true });
    expect(await call("editMessageText", { ...at, text: "dois" })).toMatchObject({
      description: expect.stringContaining("message is not modified"),
    });
    expect(await call("editMessageText", { ...at, message_id: 1, text: "x" })).toMatchObject({
      description: "Bad Request: message can't be edited",
    });
    expect(await call("deleteMessage", at)).toMatchObject({ ok: true });
    expect(await call("editMessageText", { ...at, text: "x" })).toMatchObject({
      description: "Bad Request: message to edit not found",
    });
  });

  it("takes one answer to a press", async () => {
    const maria = telegram.person(MARIA);
    maria.opens();
    await send("um", buttons({ text: "Sim", callback_data: "sim" }));
    await maria.presses("Sim");
    const updates = (await call("getUpdates")).result as { callback_query?: { id: string } }[];
    const callback_query_id = updates.at(-1)?.callback_query?.id;
    expect(await call("answerCallbackQuery", { callback_query_id, text: "ok" })).toMatchObject({
      ok: true,
    });
    expect(maria.toasts()).toEqual(["ok"]);
    expect(await call("answerCallbackQuery", { callback_query_id })).toMatchObject({
      error_code: 400,
    });
  });

  it("keeps updates until they are confirmed, and gives them to one poller", async () => {
    const maria = telegram.person(MARIA);
    maria.types("um");
    maria.types("dois");
    const first = (await call("getUpdates")).result as { update_id: number }[];
    expect(first).toHaveLength(2);
    expect((await call("getUpdates")).result).toHaveLength(2);
    const offset = (first[0]?.update_id ?? 0) + 1;
    expect((await call("getUpdates", { offset })).result).toHaveLength(1);
    const held = call("getUpdates", { offset: offset + 1, timeout: 20 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await call("getUpdates", { offset: offset + 1 });
    expect(await held).toMatchObject({ error_code: 409 });
    await call("setWebhook", { url: "http://127.0.0.1:9/" });
    expect(await call("getUpdates")).toMatchObject({ error_code: 409 });
  });

  it("carries files both ways", async () => {
    const maria = telegram.person(MARIA);
    maria.sendsDocument({
      name: "comprovante.pdf",
      mimeType: "application/pdf",
      bytes: Buffer.from("%PDF-1.7"),
    });
    const [update] = (await call("getUpdates")).result as {
      message: { document: { file_id: string } };
    }[];
    const file = await call("getFile", { file_id: update?.message.document.file_id });
    const { file_path } = file.result as { file_path: string };
    const bytes = await fetch(`${telegram.apiRoot}/file/bot${TOKEN}/${file_path}`);
    expect(await bytes.text()).toBe("%PDF-1.7");
    expect((await fetch(`${telegram.apiRoot}/file/bot1:other/${file_path}`)).status).toBe(404);

    const form = new FormData();
    form.set("chat_id", String(MARIA.id));
    form.set("document", "attach://f");
    form.set("caption", "segunda via");
    form.set("f", new File(["%PDF"], "boleto.pdf"));
    const sent = await fetch(`${telegram.apiRoot}/bot${TOKEN}/sendDocument`, {
      method: "POST",
      body: form,
    });
    expect(sent.status).toBe(200);
    expect(maria.screen()).toContain("(boleto.pdf) segunda via");
  });

  it("asks for patience, stumbles and hangs up when it is told to", async () => {
    telegram.person(MARIA).opens();
    telegram.failNext("sendMessage", { retryAfter: 7 });
    telegram.failNext("sendMessage", { status: 502 });
    telegram.failNext("sendMessage", { dropped: "after" });
    expect(await send("um")).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
    expect(await send("dois")).toMatchObject({ error_code: 502 });
    await expect(send("três")).rejects.toThrow();
    expect(telegram.person(MARIA).screen()).toMatch(/^((?!um|dois)[\s\S])*três$/);
  });
});

describe("a person", () => {
  it("presses only what is there, and shares what a key asks for", async () => {
    const maria = telegram.person(MARIA);
    maria.opens();
    await send("Seu telefone?", {
      reply_markup: { keyboard: [[{ text: "Compartilhar", request_contact: true }]] },
    });
    await maria.taps("Compartilhar");
    const updates = (await call("getUpdates")).result as { message?: { contact?: object } }[];
    expect(updates.at(-1)?.message?.contact).toEqual({
      phone_number: "5581987654321",
      first_name: "Maria",
      user_id: MARIA.id,
    });
    await send("Certo.", { reply_markup: { remove_keyboard: true } });
    expect(maria.keys()).toEqual([]);
  });

  it("has a transcript of what was written, pressed and seen", async () => {
    const maria = telegram.person(MARIA);
    maria.types("oi");
    await send("Olá", buttons({ text: "Ajuda", callback_data: "a" }));
    maria.remembers();
    await maria.presses("Ajuda");
    expect(maria.transcript()).toBe("Maria: oi\n\nBot: Olá\n[Ajuda]\n\nMaria ▸ [Ajuda]");
  });
});
