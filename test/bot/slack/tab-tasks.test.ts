import { describe, expect, it } from "vitest";
import { createTask } from "#core/use-cases/create-task.ts";
import { atAccount, expectOffers } from "#test/bot/slack/account-support.ts";
import { must } from "#test/support/desk.ts";
import { events } from "#test/support/look.ts";
import { customerId, dayOf, operatorId } from "#test/support/provider.ts";
import { OFFICE_NOW, theOffice } from "#test/support/slack-office.ts";

const office = theOffice();

const tasks = async () => {
  const rows = await office().database.sql`
    select title, due_on, due_time, assignee, body, status, closed_by, closed_at, closing_note from task order by id`;
  return rows.map((row) => ({ ...row }));
};

async function aTask(title = "Ligar de novo", assignee = "ana", dueOn = "2026-07-03") {
  const made = await createTask(office().ports, {
    input: {
      customer: customerId("C1"),
      title,
      dueOn: dayOf(dueOn),
      dueTime: "14:30",
      assignee: operatorId(assignee),
      body: "Depois do almoço",
    },
    actor: operatorId("carla"),
    today: dayOf(undefined),
  });
  return `${must(made).task}`;
}

describe("tasks", () => {
  it("are given to a colleague, with day, time and text, and stand in that one's Home", async () => {
    await office().customer("C1");
    const ana = await atAccount(office(), { customer: "C1", tab: 8 });
    await ana.press("account:tasks:add");
    await ana.sees("O que fazer");
    await ana.type("title", "Mandar boleto <!here>");
    await ana.pickDate("dueOn", "2026-07-02");
    await ana.select("dueTime", "09:15");
    await ana.select("assignee", "bruno");
    await ana.type("body", "Por e-mail");
    await ana.submit();

    await ana.sees("A tarefa foi criada");
    expect(ana.modalStack()).toHaveLength(1);
    expect(ana.screen()).toContain("*Mandar boleto &lt;!here&gt;* · em aberto");
    expect(ana.screen()).toContain("Para 02/07/2026 09:15 · bruno");
    expect(await tasks()).toMatchObject([
      {
        title: "Mandar boleto <!here>",
        due_on: "2026-07-02",
        due_time: "09:15",
        assignee: "bruno",
        body: "Por e-mail",
        status: "open",
      },
    ]);
    expect(await events(office().database.sql, "task_created")).toMatchObject([
      { actor: "ana", data: { assignee: "bruno", dueOn: "2026-07-02" } },
    ]);
    const bruno = office().person("bruno");
    await bruno.openHome();
    await bruno.sees("[Cobrança] Mandar boleto");
  });

  it("for a day that is past are refused at the day, and go through with another", async () => {
    await office().customer("C1");
    const ana = await atAccount(office(), { customer: "C1", tab: 8 });
    await ana.press("account:tasks:add");
    await ana.sees("O que fazer");
    await ana.type("title", "Ontem");
    await ana.pickDate("dueOn", "2026-06-30");
    await ana.submit();
    expect(Object.keys(ana.fieldErrors())).toEqual(["dueOn"]);

    await ana.pickDate("dueOn", "2026-07-01");
    await ana.submit();
    await ana.sees("A tarefa foi criada");
    expect(await tasks()).toHaveLength(1);
  });

  it("open to be read whole, and are changed", async () => {
    await office().customer("C1");
    const task = await aTask();
    const ana = await atAccount(office(), { customer: "C1", tab: 8 });
    await ana.press("account:tasks:view", { value: task });
    await ana.sees("Depois do almoço");
    await ana.sees(`Tarefa ${task} · criada por carla`);
    await ana.closeModal();

    await ana.press("account:tasks:edit", { value: task });
    await ana.sees("# Editar tarefa");
    expect(ana.screen()).toContain("Ligar de novo");
    await ana.type("title", "Ligar à noite");
    await ana.select("assignee", "carla");
    await ana.submit();

    await ana.sees("A tarefa foi alterada.");
    expect(await tasks()).toMatchObject([
      { title: "Ligar à noite", assignee: "carla", due_on: "2026-07-03", due_time: "14:30" },
    ]);
    expect(await events(office().database.sql, "task_changed")).toMatchObject([
      { actor: "ana", data: { title: "Ligar à noite", assignee: "carla" } },
    ]);
  });

  it("are given up with a reason, by a form that names them", async () => {
    await office().customer("C1");
    const task = await aTask();
    const ana = await atAccount(office(), { customer: "C1", tab: 8 });
    await ana.press("account:tasks:cancel", { value: task });
    await ana.sees("*Ligar de novo*\nCliente: Cliente C1");
    await ana.type("reason", " ");
    await ana.submit();
    expect(Object.keys(ana.fieldErrors())).toEqual(["reason"]);
    await ana.type("reason", "Já pagou");
    await ana.submit();

    await ana.sees("A tarefa foi cancelada.");
    expect(ana.screen()).toContain("Cancelada por ana em 01/07/2026 14:00. Motivo: Já pagou");
    expectOffers(ana.modal(), ["account:tasks:edit", "account:tasks:complete"], false);
    expect(await tasks()).toMatchObject([
      { status: "cancelled", closed_by: "ana", closing_note: "Já pagou" },
    ]);
    expect(await events(office().database.sql, "task_cancelled")).toMatchObject([
      { actor: "ana", data: { reason: "Já pagou" } },
    ]);
  });

  it("are done by somebody, at a moment, with notes", async () => {
    await office().customer("C1");
    const task = await aTask();
    const ana = await atAccount(office(), { customer: "C1", tab: 8 });
    await ana.press("account:tasks:complete", { value: task });
    await ana.sees("# Concluir tarefa");
    await ana.select("finishedAt", `${OFFICE_NOW / 1000 + 3_600}`);
    await ana.submit();
    expect(Object.keys(ana.fieldErrors())).toEqual(["finishedAt"]);
    const earlier = OFFICE_NOW - 3_600_000;
    await ana.select("finishedAt", `${earlier / 1000}`);
    await ana.select("finishedBy", "bruno");
    await ana.type("notes", "Atendeu e prometeu");
    await ana.submit();

    await ana.sees("A tarefa foi concluída.");
    expect(ana.screen()).toContain("Concluída por bruno em 01/07/2026 13:00. Atendeu e prometeu");
    expect(await tasks()).toMatchObject([
      {
        status: "done",
        closed_by: "bruno",
        closed_at: new Date(earlier),
        closing_note: "Atendeu e prometeu",
      },
    ]);
    expect(await events(office().database.sql, "task_completed")).toMatchObject([
      { actor: "ana", data: { finishedBy: "bruno", notes: "Atendeu e prometeu" } },
    ]);
  });

  it("are the same wherever they are opened: done from the Home, they leave the Home and stand done here", async () => {
    await office().customer("C1");
    const task = await aTask();
    const ana = office().person("ana");
    await ana.openHome();
    await ana.sees("[Cobrança] Ligar de novo");
    await ana.press("home.task.open", { in: "home" });
    await ana.sees("*Ligar de novo* · em aberto");
    await ana.press("account:tasks:complete", { value: task });
    await ana.sees("# Concluir tarefa");
    await ana.submit();
    await ana.sees("A tarefa foi concluída.");
    await ana.closeModal();
    await ana.sees("Nenhuma tarefa em aberto.");

    const carla = await atAccount(office(), { customer: "C1", tab: 8, as: "carla" });
    expect(carla.screen()).toContain("*Ligar de novo* · concluída");
    expect(await events(office().database.sql, "task_completed")).toHaveLength(1);
  });

  it("offer no tools to whoever may not keep them", async () => {
    await office().customer("C1");
    await aTask();
    await office().database.sql`
      update role set permissions = array_remove(permissions, 'task.manage') where name = 'operator'`;
    const ana = await atAccount(office(), { customer: "C1", tab: 8 });
    expectOffers(ana.modal(), ["account:tasks:view"], true);
    expectOffers(
      ana.modal(),
      ["account:tasks:add", "account:tasks:edit", "account:tasks:cancel", "account:tasks:complete"],
      false,
    );
  });
});
