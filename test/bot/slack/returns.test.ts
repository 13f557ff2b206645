import { Buffer } from "node:buffer";
import { beforeEach, describe, expect, it } from "vitest";
import { cnab400, type Event } from "#test/core/bank/support/cnab-writer.ts";
import { anEvent } from "#test/core/bank/support/events.ts";
import { must } from "#test/support/desk.ts";
import { standing } from "#test/support/look.ts";
import { unchanged } from "#test/support/proposals.ts";
import { slackId, theOffice } from "#test/support/slack-office.ts";
import { relayAll } from "./approval-support.ts";

const office = theOffice();
const carla = () => office().person("carla");

/** A promise of 100,00 on the invoice numbered 1042, made at the bank under its own number. */
beforeEach(async () => {
  const p = office();
  await p.customer("C1", { owing: { A: ["100.00", "2026-05-11", { number: "1042" }] } });
  await p.customer("C2", { owing: { B: ["70.00", "2026-05-11", { number: "2001" }] } });
  await p.negotiate("C1");
  must(await p.agree("C1", ["A"], unchanged(), { as: "ana" }));
});

const paid = (document: string, cents: number, number: string): Event =>
  anEvent({
    number,
    document,
    titleCents: cents,
    paidCents: cents,
    occurred: "2026-06-30",
    credited: "2026-07-01",
  });
const file = (...events: Event[]) => ({
  name: "CB0107.RET",
  mimetype: "text/plain",
  bytes: Buffer.from(`${cnab400("341", "2026-07-01", events).join("\r\n")}\r\n`, "latin1"),
});
const TWO = () => file(paid("1042", 10_000, "00001042"), paid("9999", 5_000, "00009999"));

async function checked(upload = TWO()): Promise<void> {
  await carla().slash("/cobranca", "retornos");
  await carla().sees("Retornos do banco");
  await carla().press("returns.upload");
  await carla().sees("[Conferir]");
  await carla().uploadFile("file", upload);
  await carla().submit();
}

async function processed(): Promise<void> {
  await checked();
  await carla().sees("Nada foi gravado ainda.");
  await carla().submit();
  await carla().sees("Retorno processado");
}

describe("a bank's return file", () => {
  it("is shown with what it would do before anything is done", async () => {
    await checked();
    const seen = await carla().sees("Nada foi gravado ainda.");

    expect(seen).toContain("Itaú, CNAB 400, gerado em 01/07/2026");
    expect(seen).toContain("2 títulos: 1 em faturas, 1 sem fatura, 0 estornos, 0 sem efeito");
    expect((await standing(office().database.sql, "A")).stage).toBe("in agreement");
  });

  it("settles what it pays once somebody says so, and tells the counts in a message too", async () => {
    await processed();

    expect(await standing(office().database.sql, "A")).toMatchObject({
      state: "paid",
      stage: "settled",
    });
    expect(JSON.stringify(carla().messages(`D${slackId("carla")}`))).toContain("1 em faturas");
  });

  it("changes nothing when it is uploaded again, and says so", async () => {
    await processed();
    await carla().closeModal();
    await carla().closeModal();
    await checked();
    const seen = await carla().sees("Este arquivo já foi processado.");

    expect(seen).not.toContain("[Processar]");
  });

  it("is refused at the field with the line and column where it is no return file", async () => {
    await checked({ name: "foto.txt", mimetype: "text/plain", bytes: Buffer.from("bom dia\n") });

    expect(carla().fieldErrors()).toEqual({
      file: expect.stringMatching(/^Este arquivo não pode ser lido: linha 1, coluna \d+: /),
    });
  });

  it("is not for whoever may not read it", async () => {
    const ana = office().person("ana");
    await ana.slash("/cobranca", "retornos");
    await ana.sees("return.read");
    await ana.openHome();

    expect(await ana.sees("## Painéis")).not.toContain("Retornos do banco");
  });
});

describe("the reconciliation", () => {
  it("tells file by file what came, where it went and what is left over", async () => {
    await processed();
    await carla().closeModal();
    await carla().closeModal();
    expect(carla().modalStack()).toEqual([]);
    await carla().openHome();
    await carla().sees("Arquivos de retorno: o que veio");
    await carla().press("returns.open", { in: "home" });
    const seen = await carla().sees("CB0107.RET");

    expect(seen).toMatch(/Nº \d+ · Itaú · 01\/07\/2026 · 2 títulos/);
    expect(seen).toContain("Recebido dos clientes: R$ 150,00");
    expect(seen).toContain("R$ 100,00 em faturas");
    expect(seen).toContain("1 título espera por você: R$ 50,00");
  });

  it("opens a file on its titles, a page at a time", async () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      paid(`77${index}`, 1_000 + index, String(7_000 + index).padStart(8, "0")),
    );
    await checked(file(...many));
    await carla().sees("Nada foi gravado ainda.");
    await carla().submit();
    await carla().sees("Retorno processado");
    await carla().press("returns.file");
    const first = await carla().sees("Linha 2 · liquidação");
    expect(first).not.toContain("Linha 12 ·");
    await carla().press("returns.file");
    const second = await carla().sees("Linha 12 ·");

    expect(second).toContain("Linha 13 ·");
    expect(second).toContain("nenhuma fatura encontrada");
  });
});

describe("what a file leaves to the operators", () => {
  it("is told once in their channel, with the way to it", async () => {
    await processed();
    await relayAll(office(), { operatorsChannel: "C1" });
    await relayAll(office(), { operatorsChannel: "C1" });
    const told = office().person("carla").messages("C1");

    expect(told.map(({ text }) => text)).toEqual([
      expect.stringMatching(/O retorno nº \d+ do banco Itaú trouxe 1 pagamento/),
    ]);
    await carla().closeModal();
    await carla().closeModal();
    await carla().press("returns.left-over", { in: "message" });
    await carla().sees("nenhuma fatura encontrada");
  });

  it.each([
    [true, "Ela voltou a ficar em aberto."],
    [false, "Decida o que fazer com a fatura."],
  ])(
    "is told when the bank takes a payment back (%s), and leads to the account",
    async (reversed, said) => {
      const effect = {
        kind: "tell_operators_payment_reversed",
        customer: "C1",
        invoice: "A",
        amountCents: 10_000,
        reversed,
      };
      const { sql } = office().database;
      await sql`insert into outbox (channel, effect, customer_id) values ('operators', ${sql.json(effect)}, 'C1')`;
      await relayAll(office(), { operatorsChannel: "C1" });
      await carla().sees(said);
      await carla().press("approval-open-account", { in: "message" });

      await carla().sees("Cliente C1");
    },
  );
});

describe("money that found no invoice", () => {
  const leftOver = async () => {
    await processed();
    await carla().press("returns.left-over");
    await carla().sees("nenhuma fatura encontrada");
  };

  it("is put on the invoice that somebody searches for", async () => {
    await leftOver();
    await carla().press("returns.assign");
    await carla().sees("Procure a fatura");
    const found = await carla().search("returns.assign.invoice", "2001");
    expect(found.map(({ value }) => value)).toEqual(["B"]);
    await carla().select("returns.assign.invoice", "B");
    await carla().submit();
    await carla().sees("R$ 50,00 foram para a fatura B.");

    expect((await standing(office().database.sql, "B")).paid).toBe(5_000);
  });

  it("finds the open invoices of a customer by the beginning of the name", async () => {
    await leftOver();
    await carla().press("returns.assign");
    await carla().sees("Procure a fatura");

    expect(await carla().search("returns.assign.invoice", "cliente c2")).toHaveLength(1);
  });

  it("is put aside with a reason", async () => {
    await leftOver();
    await carla().press("returns.dismiss");
    await carla().sees("já foi baixado à mão");
    await carla().type("reason", "devolvido por Pix");
    await carla().submit();
    await carla().sees("R$ 50,00 foram postos de lado.");
    await carla().closeModal();
    const [title] = await office().database.sql`select outcome from return_title where left_over`;

    expect(title).toBeUndefined();
  });
});
