import { describe, expect, it } from "vitest";
import { createTask } from "#core/use-cases/create-task.ts";
import { recordContact } from "#core/use-cases/record-contact.ts";
import { must } from "#test/support/desk.ts";
import { customerId, dayOf, operatorId } from "#test/support/provider.ts";
import { OFFICE_NOW, theOffice } from "#test/support/slack-office.ts";

const office = theOffice();

const locks = () =>
  office().database.sql<{ customer: string; operator: string }[]>`
    select customer_id as customer, operator_id as operator from work_lock order by 1`;

const aTask = (customer: string, assignee: string, dueOn: string, title: string) =>
  createTask(office().ports, {
    input: {
      customer: customerId(customer),
      title,
      dueOn: dayOf(dueOn),
      assignee: operatorId(assignee),
    },
    actor: operatorId("ana"),
    today: dayOf(undefined),
  });

describe("the Home of an operator", () => {
  it("greets by name and role and says when it was read", async () => {
    const ana = office().person("ana");
    await ana.openHome();
    const home = await ana.sees("## Olá, ana");

    expect(home).toContain("Operador · atualizado em 01/07/2026 às 14:00");
    expect(home).toContain("Nenhuma tarefa em aberto.");
    expect(home).toContain("Ninguém para contatar neste momento.");
  });

  it("has the panels that the person may see, with count and amount", async () => {
    await office().customer("C", { owing: { A: ["129.90", "2026-06-01"] } });
    must(await office().classify());
    const ana = office().person("ana");
    await ana.openHome();
    const home = await ana.sees("## Painéis");

    expect(home).toContain("*Classificados para cobrança*\n1 · R$ 129,90 | [Abrir]");
    expect(home).toContain("*Removidas do SPC*\n0 · R$ 0,00 | [Abrir]");
  });

  it("does not have the panels that the person's role lacks, and opens them to nobody without", async () => {
    const { database } = office();
    const bruno = office().person("bruno");
    await bruno.openHome();
    await bruno.sees("## Painéis");
    await database.sql`
      update role set permissions = array_remove(permissions, 'panel.spc') where name = 'operator'`;
    await bruno.press("home.panel.open", { value: "spc", in: "home" });
    await bruno.sees("O papel operator não tem a permissão panel.spc");
    await bruno.closeModal();
    await bruno.press("home.refresh", { in: "home" });
    const { slack } = office();
    await slack.until(
      () => !bruno.screen().includes("Registros de SPC"),
      () => "the panel is still there",
    );

    expect(bruno.screen()).toContain("Críticas de SPC");
  });

  it("tells somebody who is no operator what to do", async () => {
    const fabio = office().person("fabio");
    await fabio.openHome();

    await fabio.sees("Seu usuário do Slack ainda não está ligado a um operador.");
  });

  it("tells somebody who works here no more the same", async () => {
    await office().database.sql`update operator set active = false where id = 'ana'`;
    const ana = office().person("ana");
    await ana.openHome();

    await ana.sees("Seu usuário do Slack ainda não está ligado a um operador.");
  });
});

describe("the person's own tasks", () => {
  it("stand in the Home under the tag, the most urgent first, with the day", async () => {
    await office().customer("C");
    must(await aTask("C", "ana", "2026-07-03", "Ligar de novo"));
    must(await aTask("C", "ana", "2026-07-01", "Mandar boleto"));
    must(await aTask("C", "bruno", "2026-07-01", "De outro"));
    const ana = office().person("ana");
    await ana.openHome();
    const home = await ana.sees("## Minhas tarefas (2)");

    expect(home).toMatch(
      /\[Cobrança\] Mandar boleto\*\nCliente C · para hoje, 01\/07\/2026[\s\S]*\[Cobrança\] Ligar de novo\*\nCliente C · para 03\/07\/2026/,
    );
    expect(home).not.toContain("De outro");
  });

  it("open the account of their customer", async () => {
    await office().customer("C");
    must(await aTask("C", "ana", "2026-07-01", "Mandar boleto"));
    const ana = office().person("ana");
    await ana.openHome();
    await ana.sees("Mandar boleto");
    await ana.press("home.task.open");

    await ana.sees("## Cliente C");
  });
});

describe("the queue of the day", () => {
  it("has the accounts by what is expected of them, with the reason", async () => {
    await office().customer("old", { owing: { A: ["500.00", "2025-12-01"] } });
    await office().customer("new", { owing: { B: ["200.00", "2026-06-10"] } });
    must(await office().classify());
    const ana = office().person("ana");
    await ana.openHome();
    const home = await ana.sees("## Fila do dia");

    // 212 days: 8 % of 500; 21 days: 60 % of 200.
    expect(home).toMatch(
      /\*Cliente new\*\nRetorno esperado de R\$ 120,00: 1 fatura, R\$ 200,00, 21 dias de atraso\nA lei permite o contato agora \(Recife\/PE, 14:00 no horário local\)[\s\S]*\*Cliente old\*\nRetorno esperado de R\$ 40,00/,
    );
  });

  it("keeps a customer who is opened from it from everybody else, until it is let go", async () => {
    await office().customer("C", { owing: { A: ["200.00", "2026-06-10"] } });
    must(await office().classify());
    const [ana, bruno] = [office().person("ana"), office().person("bruno")];
    await bruno.openHome();
    await bruno.sees("Cliente C");
    await ana.openHome();
    await ana.sees("Cliente C");
    await ana.press("home.queue.open");
    await ana.sees("## Cliente C");
    await office().slack.settled();
    expect(await locks()).toEqual([{ customer: "C", operator: "ana" }]);

    await bruno.press("home.queue.open");
    await bruno.sees("O cliente C está com ana por mais 30 minutos");
    await bruno.closeModal();
    await bruno.press("home.refresh");
    await bruno.sees("Ninguém para contatar neste momento.");

    await ana.closeModal();
    await ana.sees("Em atendimento por você");
    await ana.press("home.queue.release");
    await ana.sees("A lei permite o contato agora");
    expect(await locks()).toEqual([]);
  });

  it("leaves out who was contacted today, who is disputed and who lives where it is too early, and says why", async () => {
    for (const id of ["called", "disputed", "acre"]) {
      await office().customer(id, { owing: { [`I-${id}`]: ["200.00", "2026-06-10"] } });
    }
    must(await office().classify());
    must(
      await recordContact(office().ports, {
        input: {
          customer: customerId("called"),
          direction: "active",
          medium: "phone",
          subject: "Cobrança",
          body: "Não atendeu",
          outcome: "no answer",
          now: OFFICE_NOW,
        },
        actor: operatorId("ana"),
        today: dayOf(undefined),
      }),
    );
    await office().dispute("I-disputed", "2026-06-20");
    await office().database.sql`update customer set state = 'RJ' where id = 'acre'`;
    const ana = office().person("ana");
    await ana.openHome();
    const home = await ana.sees("## Fila do dia");

    expect(home).toContain("Cliente acre");
    expect(home).not.toContain("Cliente called");
    expect(home).not.toContain("Cliente disputed");
    expect(home).toContain("1 conta não pode ser contatada agora. A primeira: o cliente já foi");
  });

  it("leaves another operator's customers to that operator", async () => {
    await office().customer("C", { owing: { A: ["200.00", "2026-06-10"] } });
    must(await office().classify());
    must(await office().start("C", undefined, { as: "bruno" }));
    const [ana, bruno] = [office().person("ana"), office().person("bruno")];
    await ana.openHome();
    await ana.sees("Ninguém para contatar neste momento.");
    await bruno.openHome();

    await bruno.sees("*Cliente C*\nRetorno esperado");
  });
});
