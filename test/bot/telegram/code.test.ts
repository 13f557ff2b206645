import { beforeEach, describe, expect, it, vi } from "vitest";
import { SENT, type Senders } from "#bot/sending.ts";
import type { Person } from "#test/emulators/telegram/person.ts";
import { CPF } from "#test/support/provider.ts";
import { type Counter, NIGHT, theCounter } from "#test/support/telegram-office.ts";
import { chats, reachableAt, relayAll } from "./support.ts";

const NOBODYS_CPF = "111.444.777-35";
const MINUTE = 60_000;

const open = theCounter({ over: { codeChannels: ["email", "sms"] } });
let counter: Counter;
let mailed: string[];
beforeEach(async () => {
  counter = open();
  mailed = [];
  await counter.customer("C1");
  await reachableAt(counter, "C1", { email: "maria@exemplo.com.br" });
});

/** Stands for the mail server: it reads the code from its row, as whoever sends it does. */
const mailing = (): Senders => ({
  "send_identity_code:email": async ({ chat, customer }) => {
    const [row] = await counter.database.sql<{ code: string }[]>`
      select code from identity_code where chat_id = ${chat} and customer_id = ${customer}`;
    mailed.push(row?.code ?? "none");
    return SENT;
  },
});

async function asksForCode(person: Person, taxId = CPF): Promise<void> {
  person.opens();
  await person.sees("Digite o CPF");
  person.types(taxId);
  await person.taps("código por e-mail");
  await person.sees("um código de 6 números chega");
  await relayAll(counter, mailing());
}

/** Other digits than those. */
const otherThan = (code: string): string =>
  code.replace(/^./, (digit) => `${(Number(digit) + 1) % 10}`);

describe("a code sent to the address on record", () => {
  it("lets in whoever types it, and leaves the chat", async () => {
    const maria = counter.person("Maria");
    await asksForCode(maria);
    const [code = ""] = mailed;
    expect(code).toMatch(/^\d{6}$/);
    maria.types(` ${code.slice(0, 3)} ${code.slice(3)}`);
    await maria.sees("confirmamos que é você");
    expect(await chats(counter)).toMatchObject([{ customer: "C1", by: "code" }]);
    expect(await counter.database.sql`select * from identity_code`).toEqual([]);
  });

  it("is good for five tries", async () => {
    const zeca = counter.person("Zeca");
    await asksForCode(zeca);
    const [code = ""] = mailed;
    for (let tries = 1; tries <= 4; tries += 1) {
      zeca.types(`${otherThan(code)}${"".padEnd(tries, " ")}`);
      await zeca.sees("Confira os números e digite de novo");
      await zeca.misses(`${otherThan(code)}${"".padEnd(tries, " ")}`);
    }
    zeca.types(otherThan(code));
    await zeca.sees("Não foi possível confirmar com este código.\n\nVocê pode tentar de novo");
    zeca.types(code);
    await zeca.sees("Digite o CPF");
    expect(await chats(counter)).toEqual([]);
  });

  it("is good for ten minutes", async () => {
    const maria = counter.person("Maria");
    await asksForCode(maria);
    vi.setSystemTime(NIGHT + 10 * MINUTE);
    maria.types(mailed[0] ?? "");
    await maria.sees("Não foi possível confirmar com este código");
    expect(await chats(counter)).toEqual([]);
  });

  it("is of no use in another chat", async () => {
    const maria = counter.person("Maria");
    await asksForCode(maria);
    const zeca = counter.person("Zeca");
    await asksForCode(zeca, NOBODYS_CPF);
    zeca.types(mailed[0] ?? "");
    await zeca.sees("Não foi possível confirmar com este código");
    expect(await chats(counter)).toEqual([]);
  });

  it("is promised in the same words where there is nobody, and nothing leaves", async () => {
    const zeca = counter.person("Zeca");
    await asksForCode(zeca, NOBODYS_CPF);
    expect(mailed).toEqual([]);
    expect(await counter.database.sql`select * from outbox`).toEqual([]);
    const joana = counter.person("Joana");
    await asksForCode(joana);
    const last = (person: Person) => person.fromBot().at(-1)?.text;
    expect(last(joana)).toBe(last(zeca));
  });

  it("does not fill a mailbox: five a day", async () => {
    for (let hour = 0; hour < 7; hour += 1) {
      vi.setSystemTime(NIGHT + hour * 60 * MINUTE);
      await asksForCode(counter.person("Zeca"));
    }
    expect(mailed).toHaveLength(5);
  });

  it("can still be asked for when the phone was another one", async () => {
    const maria = counter.person("Maria");
    maria.opens();
    await maria.sees("Digite o CPF");
    maria.types(CPF);
    await maria.taps("Compartilhar meu telefone");
    await maria.sees("Não foi possível confirmar com esses dados");
    expect(maria.keys()).toEqual([
      "Receber um código por e-mail",
      "Receber um código por SMS",
      "Cancelar",
    ]);
    await maria.taps("código por e-mail");
    await maria.sees("um código de 6 números");
    await relayAll(counter, mailing());
    maria.types(mailed[0] ?? "");
    await maria.sees("confirmamos");
  });
});
