import { beforeEach, describe, expect, it } from "vitest";
import { aboutConversation } from "#bot/slack/conversations/ids.ts";
import { contestAmount } from "#core/use-cases/contest-amount.ts";
import { leaveConversation, writeToOperators } from "#core/use-cases/converse.ts";
import { handToOperator } from "#core/use-cases/hand-to-operator.ts";
import { sendReceipt } from "#core/use-cases/send-receipt.ts";
import { aboutConversation as asTheQueryKnowsIt } from "#db/queries/self-service/read-conversation.ts";
import { aDebtorInChat, aPhone, DESCRIPTION, type Phone } from "#test/db/self-service/support.ts";
import { must } from "#test/support/desk.ts";
import { outbox } from "#test/support/look.ts";
import { invoiceId } from "#test/support/provider.ts";
import { theOffice } from "#test/support/slack-office.ts";
import { becomesDue, outboxRows, relayAll } from "./approval-support.ts";

const office = theOffice();

/** `cobranca`, where everybody is: operators answer customers there. */
const OPERATORS = "C1";
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 40 }, () => 0)]);

let phone: Phone;
beforeEach(async () => {
  await aDebtorInChat(office());
  phone = aPhone(office());
});

const relay = () => relayAll(office(), { operatorsChannel: OPERATORS });
const ana = () => office().person("ana");
const inTheChannel = () => ana().messages(OPERATORS);
const heads = () => inTheChannel().filter((message) => message.thread_ts === undefined);
const threadOf = (ts: string | undefined) =>
  inTheChannel().filter((message) => message.thread_ts === ts && message.ephemeralTo === undefined);
const shown = (message: unknown) => JSON.stringify(message).replaceAll("\u200b", "");
const toCustomer = async () =>
  (await outbox(office().database.sql)).filter(({ kind }) =>
    String(kind).startsWith("tell_customer_"),
  );

describe("what a customer wants beyond the policy", () => {
  const handed = async () => {
    must(await phone.ask(handToOperator, { because: "asked for", description: DESCRIPTION }));
    await relay();
  };
  const wanted = async () => {
    must(await phone.offers());
    for (let round = 1; round <= 3; round++) must(await phone.counter(60, "1.00", "2026-07-08"));
    await relay();
  };

  it("is shown once, with the figures, the history and the effect", async () => {
    await handed();
    await relay();

    expect(heads()).toHaveLength(1);
    const words = shown(heads()[0]);
    expect(words).toContain("Proposta de Cliente C1");
    expect(words).toContain("Veio para a equipe porque o cliente pediu.");
    expect(words).toContain("Deve R$ 359,75 em 3 faturas");
    expect(words).toContain("venceu há 100 dias");
    expect(words).toContain("***.982.247-**");
    expect(words).toContain("nenhum cumprido, nenhum quebrado ou desfeito");
    expect(words).toContain("O acordo só existe depois que ele confirmar.");
    expect(words).not.toContain("conversation.offer.accept");
  });

  it("is answered with one click by whoever may give it, in the same chat", async () => {
    await wanted();
    expect(shown(heads()[0])).toContain("Quer pagar em 60 vezes");
    const carla = office().person("carla");
    await carla.press("conversation.offer.accept", { in: "message", confirm: false });
    const elisa = office().person("elisa");
    await elisa.press("conversation.offer.accept", { in: "message", confirm: true });
    await elisa.sees("Respondido por elisa.");

    expect(await toCustomer()).toContainEqual(
      expect.objectContaining({ kind: "tell_customer_offer_answer", offer: expect.any(Number) }),
    );
    expect(shown(heads()[0])).not.toContain("conversation.offer.accept");
  });

  it("says why not where it is beyond the allowance, and stays open", async () => {
    await wanted();
    await ana().press("conversation.offer.accept", { in: "message", confirm: true });
    await ana().sees("sua alçada vai até 6");

    expect(await toCustomer()).toEqual([]);
    expect(shown(heads()[0])).toContain("conversation.offer.accept");
  });

  it("is answered with other terms, which the customer confirms", async () => {
    await handed();
    await ana().press("conversation.offer.counter", { in: "message" });
    await ana().sees("[Enviar]");
    await ana().type("count", "2");
    await ana().pickDate("first_due", "2026-07-10");
    await ana().type("first_amount", "1x");
    await ana().type("note", "Metade agora, metade depois");
    await ana().submit();
    expect(ana().fieldErrors()).toEqual({ first_amount: expect.stringContaining("valor") });
    await ana().type("first_amount", "180,00");
    await ana().submit();
    await ana().sees("Metade agora, metade depois");

    const [answer] = await toCustomer();
    const [offer] = await office().database.sql<{ count: number; total: number }[]>`
      select count, total_cents as total from offer where id = ${Number(answer?.offer)}`;
    expect(offer).toMatchObject({ count: 2 });
  });

  it("is refused with a note, and can come again as a new card", async () => {
    await handed();
    await ana().press("conversation.offer.refuse", { in: "message" });
    await ana().sees("continua com as propostas da política");
    await ana().type("note", "Hoje não consigo");
    await ana().submit();
    await ana().sees("Recado ao cliente: Hoje não consigo");
    expect(await toCustomer()).toMatchObject([{ offer: null }]);
    must(await phone.ask(handToOperator, { because: "asked for", description: DESCRIPTION }));
    await relay();

    expect(heads()).toHaveLength(2);
    expect(shown(heads()[1])).toContain("conversation.offer.refuse");
  });

  it("is answered once: whoever comes second is told", async () => {
    await handed();
    const bruno = office().person("bruno");
    await ana().press("conversation.offer.refuse", { in: "message" });
    await ana().sees("continua com as propostas da política");
    await bruno.press("conversation.offer.refuse", { in: "message" });
    await bruno.sees("continua com as propostas da política");
    await ana().submit();
    await bruno.submit();
    await bruno.sees("não aguarda resposta");

    expect(await toCustomer()).toHaveLength(1);
  });

  it("has no card when it was answered before Slack could be told", async () => {
    must(await phone.ask(handToOperator, { because: "asked for", description: DESCRIPTION }));
    await office().database.sql`update negotiation set status = 'agreed'`;
    await relay();

    expect(heads()).toEqual([]);
  });
});

describe("a proof of payment", () => {
  const sent = async () => {
    const stored = await office().deps.files.put(
      (async function* () {
        yield JPEG;
      })(),
    );
    if (!stored.ok) throw new Error(stored.refusal.code);
    must(
      await phone.ask(sendReceipt, {
        file: stored.value,
        name: "comprovante.jpg",
        description: "Comprovante pelo Telegram",
        task: { title: "Conferir comprovante" },
        invoices: [invoiceId("A")],
      }),
    );
    await relay();
    await becomesDue(office());
    await relay();
  };

  it("comes once, with the file in its thread", async () => {
    await sent();
    const [head, ...others] = heads();

    expect(others).toEqual([]);
    expect(shown(head)).toContain("Cliente C1 enviou um comprovante de pagamento.");
    expect(threadOf(head?.ts).map(({ files }) => files?.length)).toEqual([1]);
  });

  it("is confirmed with one click, after a dialog", async () => {
    await sent();
    await ana().press("conversation.receipt.confirm", { in: "message", confirm: true });
    await ana().sees("Pagamento confirmado ao cliente. Respondido por ana.");

    expect(await toCustomer()).toMatchObject([{ kind: "tell_customer_receipt_answer" }]);
    expect(shown(heads()[0])).not.toContain("conversation.receipt.confirm");
  });

  it("is not found, with a note for the customer", async () => {
    await sent();
    await ana().press("conversation.receipt.miss", { in: "message" });
    await ana().sees("[Enviar]");
    await ana().type("note", "O comprovante é de outra conta");
    await ana().submit();
    await ana().sees("Pagamento não localizado; o cliente foi avisado.");
    await ana().sees("O comprovante é de outra conta");
    await ana().press("conversation.account", { in: "message" });

    await ana().sees("Cliente C1");
  });
});

describe("a contested amount", () => {
  it("is told with its reason and the legal deadline", async () => {
    must(
      await phone.ask(contestAmount, {
        invoice: invoiceId("A"),
        reason: "Paguei *em dinheiro*",
        task: { title: "Responder contestação" },
      }),
    );
    await relay();
    const words = shown(heads()[0]);

    expect(words).toContain("Cliente C1 contesta a fatura A, de R$ 129,90.");
    expect(words).toContain("> Paguei *em dinheiro*");
    expect(words).toContain("Responda até 31/07/2026");
  });
});

describe("a customer's conversation", () => {
  const write = async (body: string) => {
    must(await phone.ask(writeToOperators, { body }));
    await relay();
  };
  const words = async () =>
    (
      await office().database.sql<{ by: string; body: string }[]>`
        select written_by as by, body from conversation_message order by id`
    ).map(({ by, body }) => `${by}: ${body}`);
  const thread = () => heads()[0]?.ts;
  const reply = (text: string) => ana().say(text, { channel: OPERATORS, thread: thread() });

  it("is one thread, in which the customer's words stand", async () => {
    await write("Bom dia, posso pagar <amanhã>?");
    await write("É urgente");

    expect(heads()).toHaveLength(1);
    expect(shown(heads()[0])).toContain("quer falar com a equipe");
    expect(threadOf(thread()).map(shown)).toEqual([
      expect.stringContaining("posso pagar &lt;amanhã&gt;?"),
      expect.stringContaining("É urgente"),
    ]);
    expect((await outboxRows(office())).every(({ sent }) => sent)).toBe(true);
  });

  it("takes what operators write in the thread to the customer, once, without Slack's marks", async () => {
    await write("Oi");
    await reply("Claro &amp; sem juros: veja <https://provedor.example/2via|a segunda via>");

    await expect
      .poll(words)
      .toEqual(["customer: Oi", "ana: Claro & sem juros: veja a segunda via"]);
    expect(await toCustomer()).toMatchObject([{ kind: "tell_customer_message" }]);
  });

  it("keeps words between colleagues, edits and other threads from the customer", async () => {
    await write("Oi");
    await reply("// este cliente já ligou ontem");
    await ana().say("fora da conversa", { channel: OPERATORS });
    await ana().event("message", {
      subtype: "message_changed",
      channel: OPERATORS,
      ts: "1.2",
      thread_ts: thread(),
    });
    await office().slack.settled(50);

    expect(await words()).toEqual(["customer: Oi"]);
  });

  it("takes files both ways", async () => {
    const { files } = office().deps;
    const stored = await files.put(
      (async function* () {
        yield JPEG;
      })(),
    );
    if (!stored.ok) throw new Error(stored.refusal.code);
    const file = { stored: stored.value, name: "modem.jpg" };
    must(await phone.ask(writeToOperators, { body: "Olha o modem", file }));
    await relay();
    expect(threadOf(thread())[0]?.text).toContain("Olha o modem");
    expect(ana().files()).toMatchObject([{ name: "modem.jpg" }]);
    await ana().say("segue o desenho", {
      channel: OPERATORS,
      thread: thread(),
      files: [{ name: "rede.jpg", mimetype: "image/jpeg", bytes: JPEG }],
    });

    await expect.poll(words).toEqual(["customer: Olha o modem", "ana: segue o desenho"]);
    const [last] = await office().database.sql`
      select a.name from conversation_message m join attachment a on a.id = m.attachment_id
      where m.written_by = 'ana'`;
    expect(last).toMatchObject({ name: "rede.jpg" });
  });

  it("tells an author who is nobody here, or who writes too late, that the customer did not get it", async () => {
    await write("Oi");
    const fabio = office().person("fabio");
    await fabio.say("oi", { channel: OPERATORS, thread: thread() });
    await fabio.sees("O cliente não recebeu esta mensagem.");
    must(await phone.ask(leaveConversation, {}));
    await relay();
    await reply("ainda está aí?");
    await ana().sees("O cliente não recebeu esta mensagem. Esta conversa já foi encerrada.");

    expect(await words()).toEqual(["customer: Oi"]);
  });

  it("is closed by an operator, and the customer is told", async () => {
    await write("Oi");
    await ana().press("conversation.close", { in: "message", confirm: true });
    await ana().sees("Conversa encerrada.");

    expect(await toCustomer()).toMatchObject([{ kind: "tell_customer_conversation_closed" }]);
    expect(shown(heads()[0])).not.toContain("conversation.close");
  });

  it("says in its thread that the customer closed it, and opens anew as another thread", async () => {
    await write("Oi");
    must(await phone.ask(leaveConversation, {}));
    await relay();
    expect(threadOf(thread()).at(-1)?.text).toBe("O cliente encerrou a conversa.");
    await write("Voltei");

    expect(heads()).toHaveLength(2);
  });

  it("is known by its thread to the query that looks for it", () => {
    expect(aboutConversation(12)).toBe(asTheQueryKnowsIt(12));
  });
});
