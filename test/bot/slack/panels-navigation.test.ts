import { describe, expect, it } from "vitest";
import { must } from "#test/support/desk.ts";
import { theOffice } from "#test/support/slack-office.ts";

const office = theOffice();

/** So many customers with one classified invoice each, the first owing the least and the longest. */
async function classified(count: number): Promise<void> {
  for (let i = 1; i <= count; i += 1) {
    const day = String(i).padStart(2, "0");
    await office().customer(`C${day}`, {
      owing: { [`I${day}`]: [`${i}00.00`, `2026-05-${day}`] },
      ...(i % 2 === 0 ? { city: "Olinda" } : {}),
    });
  }
  must(await office().classify());
}

async function atClassified() {
  const ana = office().person("ana");
  await ana.openHome();
  await ana.sees("## Painéis");
  await ana.press("home.panel.open", { value: "classified", in: "home" });
  await ana.sees("## Classificados para cobrança");
  return ana;
}

describe("a panel in the Home", () => {
  it("turns pages of ten there and back, and says where it stands", async () => {
    await classified(23);
    const ana = await atClassified();
    expect(ana.screen()).toContain("1 a 10 de 23");
    expect(ana.screen()).toContain("23 · R$ 27.600,00");
    await ana.press("panel.next");
    await ana.sees("11 a 20 de 23");
    await ana.press("panel.next");
    const last = await ana.sees("21 a 23 de 23");
    expect(last).toContain("Cliente C23");
    expect(last).not.toContain("Próxima");
    await ana.press("panel.previous");
    await ana.sees("11 a 20 de 23");
    await ana.press("panel.previous");

    expect(await ana.sees("1 a 10 de 23")).not.toContain("Anterior");
  });

  it("turns one page for two presses on the same picture", async () => {
    await classified(23);
    const ana = await atClassified();
    await ana.press("panel.next");
    await ana.sees("11 a 20 de 23");
    const { slack } = office();
    const pressed = slack.deliveries().findLast(({ kind }) => kind === "interaction")!;
    await slack.replay(pressed);
    await slack.settled();

    expect(ana.screen()).toContain("11 a 20 de 23");
  });

  it("stands where it was when the Home is opened again, and leads back to the start", async () => {
    await classified(12);
    const ana = await atClassified();
    await ana.press("panel.next");
    await ana.sees("11 a 12 de 12");
    await ana.openHome();
    await office().slack.settled();
    expect(ana.screen()).toContain("11 a 12 de 12");
    await ana.press("panel.home");

    await ana.sees("## Olá, ana");
  });

  it("goes to the first page when its own has emptied", async () => {
    await classified(11);
    const ana = await atClassified();
    await ana.press("panel.next");
    await ana.sees("11 a 11 de 11");
    must(await office().start("C11", undefined, { as: "bruno" }));
    await ana.press("panel.refresh");

    await ana.sees("1 a 10 de 10");
  });

  it("filters by all its fields, says so, and clears", async () => {
    await classified(12);
    must(await office().start("C12", undefined, { as: "bruno" }));
    const ana = await atClassified();
    await ana.press("panel.filter");
    await ana.sees("# Buscar e filtrar");
    await ana.type("text", "cliente c");
    await ana.type("city", "Olinda");
    await ana.type("days-from", "55");
    await ana.type("days-to", "59");
    await ana.type("amount-from", "R$ 300,00");
    await ana.type("amount-to", "1.000");
    await ana.select("order", "amount");
    expect(await ana.submit()).toBe("closed");
    const found = await ana.sees("Filtros:");

    expect(found).toContain(
      'Filtros: texto "cliente c" · cidade Olinda · atraso a partir de 55 dias · atraso até 59 dias · valor a partir de R$ 300,00 · valor até R$ 1.000,00 · maior valor primeiro',
    );
    expect(found.match(/Cliente C\d\d/g)).toEqual(["Cliente C06", "Cliente C04"]);
    expect(found).toContain("2 · R$ 1.000,00");
    await ana.press("panel.clear");
    expect(await ana.sees("1 a 10 de 11")).not.toContain("Filtros:");
  });

  it("filters by an operator who is searched by name", async () => {
    await classified(3);
    must(await office().start("C01", undefined, { as: "bruno" }));
    must(await office().start("C02", undefined, { as: "ana" }));
    const ana = await atClassified();
    await ana.press("panel.home");
    await ana.sees("## Painéis");
    await ana.press("home.panel.open", { value: "in-contact" });
    await ana.sees("## Em contato");
    await ana.press("panel.filter");
    await ana.sees("# Buscar e filtrar");
    await ana.search("panel.filters.operator", "bru");
    await ana.select("panel.filters.operator", "bruno");
    await ana.submit();
    const found = await ana.sees("Filtros: operador bruno");

    expect(found.match(/Cliente C\d\d/g)).toEqual(["Cliente C01"]);
    await ana.press("panel.filter");
    await ana.sees("Operador (optional): <bruno>");
  });

  it("says at the field what it cannot read", async () => {
    await classified(1);
    const ana = await atClassified();
    await ana.press("panel.filter");
    await ana.sees("# Buscar e filtrar");
    await ana.type("amount-from", "muito");
    expect(await ana.submit()).toBe("errors");
    expect(ana.fieldErrors()).toEqual({
      "amount-from": "Não entendi este valor. Escreva como 1.234,56.",
    });
    await ana.type("amount-from", "");
    await ana.type("days-from", "9");
    await ana.type("days-to", "5");
    expect(await ana.submit()).toBe("errors");

    expect(ana.fieldErrors()).toHaveProperty("days-to");
  });

  it("says that nothing was found", async () => {
    await classified(1);
    const ana = await atClassified();
    await ana.press("panel.filter");
    await ana.sees("# Buscar e filtrar");
    await ana.type("text", "ninguém");
    await ana.submit();

    await ana.sees("Nada encontrado com estes filtros.");
  });
});

describe("the CSV of a panel", () => {
  const lines = (bytes: Buffer | undefined) =>
    bytes?.toString("utf8").trimEnd().split("\r\n") ?? [];

  it("comes to the person's own conversation with all rows of the filters", async () => {
    await classified(12);
    const ana = await atClassified();
    await ana.press("panel.csv");
    await ana.sees("12 linhas do painel Classificados para cobrança foram enviadas");
    const [file] = ana.files();

    expect(file).toMatchObject({ name: "classified-2026-07-01.csv" });
    const [head, first, ...rest] = lines(file?.bytes);
    expect(head).toBe(
      "\uFEFFCliente;Nome;Faturas;Valor;Vencimento mais antigo;Dias de atraso;Cidade;Operador",
    );
    expect(first).toBe("C01;Cliente C01;1;100,00;01/05/2026;61;Recife;");
    expect(rest).toHaveLength(11);
    expect(office().person("bruno").files()).toEqual([]);
  });

  it("runs nothing in a spreadsheet, whatever a customer is called", async () => {
    await office().customer("C", { owing: { A: ["1.00", "2026-05-01"] } });
    const evil = '=HYPERLINK("http://x.example";"a")';
    await office().database.sql`update customer set name = ${evil} where id = 'C'`;
    must(await office().classify());
    const ana = await atClassified();
    await ana.press("panel.csv");
    await ana.sees("1 linha do painel");

    expect(lines(ana.files()[0]?.bytes)[1]).toContain(
      `C;"'=HYPERLINK(""http://x.example"";""a"")";1;1,00`,
    );
  });

  it("is not offered to a role without the permission, nor sent to it", async () => {
    await classified(1);
    const ana = await atClassified();
    await office().database.sql`
      update role set permissions = array_remove(permissions, 'csv.export') where name = 'operator'`;
    await ana.press("panel.csv");
    await ana.sees("não tem a permissão csv.export");
    await ana.closeModal();
    await ana.press("panel.refresh");
    await office().slack.until(
      () => !ana.screen().includes("Exportar CSV"),
      () => "the button is still there",
    );

    expect(ana.files()).toEqual([]);
  });
});
