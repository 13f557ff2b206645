import { expect, test } from "vitest";
import { date } from "#core/calendar.ts";
import { cancelTask } from "#core/use-cases/cancel-task.ts";
import { type CompleteTask, completeTask } from "#core/use-cases/complete-task.ts";
import { type CreateTask, createTask } from "#core/use-cases/create-task.ts";
import { type EditTask, editTask } from "#core/use-cases/edit-task.ts";
import { type By, must, opening } from "#test/support/desk.ts";
import { events } from "#test/support/look.ts";
import { customerId, operatorId } from "#test/support/provider.ts";
import { at, NOON, rows } from "./support.ts";

const provider = opening();
const ANA = { as: "ana" };

const FORM = {
  title: "Ligar de novo",
  dueOn: date("2026-07-03"),
  dueTime: "14:30",
  assignee: operatorId("bruno"),
  body: "Pediu retorno",
};

async function aCustomer() {
  const p = provider();
  await p.customer("C1");
  const create = (input: Partial<CreateTask> = {}, by: By = ANA) =>
    p.ask(createTask, { customer: customerId("C1"), ...FORM, ...input }, by);
  const edit = (input: Partial<EditTask> = {}, by: By = ANA) =>
    p.ask(editTask, { task: 1, ...FORM, ...input }, by);
  const cancel = (reason = "já pagou", task = 1) =>
    p.ask(cancelTask, { task, reason, now: NOON }, ANA);
  const complete = (input: Partial<CompleteTask> = {}) =>
    p.ask(completeTask, { task: 1, now: NOON, ...input }, ANA);
  return { p, create, edit, cancel, complete };
}

test("a task waits for its assignee", async () => {
  const { p, create } = await aCustomer();
  expect(must(await create())).toEqual({ task: 1, customer: "C1" });
  expect(await rows(p, "select * from task")).toMatchObject([
    {
      id: 1,
      customer_id: "C1",
      title: "Ligar de novo",
      due_on: "2026-07-03",
      due_time: "14:30",
      assignee: "bruno",
      body: "Pediu retorno",
      status: "open",
      created_by: "ana",
      closed_at: null,
    },
  ]);
  expect(await events(p.database.sql)).toMatchObject([
    { kind: "task_created", actor: "ana", data: { task: 1, assignee: "bruno" } },
  ]);
});

test("an open task says what the form says last; an overdue one may keep its day", async () => {
  const { p, create, edit } = await aCustomer();
  must(await create());
  must(await edit({ title: "Enviar boleto", dueTime: undefined }, { as: "ana", on: "2026-07-10" }));
  expect(await rows(p, "select title, due_on, due_time, body from task")).toEqual([
    { title: "Enviar boleto", due_on: "2026-07-03", due_time: null, body: "Pediu retorno" },
  ]);
  expect(await events(p.database.sql, "task_changed")).toHaveLength(1);
  await p.refused(() => edit({ dueOn: date("2026-07-09") }, { as: "ana", on: "2026-07-10" }), {
    code: "day_in_the_past",
    field: "dueOn",
    got: "2026-07-09",
    today: "2026-07-10",
  });
});

test("a task is done by whoever did it, when it was done", async () => {
  const { p, create, complete } = await aCustomer();
  must(await create());
  must(
    await complete({
      finishedBy: operatorId("bruno"),
      finishedAt: at("10:15"),
      notes: "Falei com ela",
    }),
  );
  expect(await rows(p, "select status, closed_by, closed_at, closing_note from task")).toEqual([
    {
      status: "done",
      closed_by: "bruno",
      closed_at: new Date(at("10:15")),
      closing_note: "Falei com ela",
    },
  ]);
  expect(await events(p.database.sql, "task_completed")).toMatchObject([
    { actor: "ana", data: { task: 1, finishedBy: "bruno", notes: "Falei com ela" } },
  ]);
});

test("whoever says so did it now, when nothing else is said", async () => {
  const { p, create, complete } = await aCustomer();
  must(await create());
  must(await complete());
  expect(await rows(p, "select closed_by, closed_at, closing_note from task")).toEqual([
    { closed_by: "ana", closed_at: new Date(NOON), closing_note: null },
  ]);
});

test("a task is given up with a reason", async () => {
  const { p, create, cancel } = await aCustomer();
  must(await create());
  await p.refused(() => cancel(" "), { code: "reason_empty" });
  await p.refused(() => cancel("a".repeat(501)), { code: "reason_too_long", max: 500 });
  must(await cancel());
  expect(await rows(p, "select status, closed_by, closing_note from task")).toEqual([
    { status: "cancelled", closed_by: "ana", closing_note: "já pagou" },
  ]);
  expect(await events(p.database.sql, "task_cancelled")).toMatchObject([
    { data: { task: 1, reason: "já pagou" } },
  ]);
});

test("only an open task changes", async () => {
  const { p, create, edit, cancel, complete } = await aCustomer();
  must(await create());
  must(await complete());
  const closed = { code: "task_not_open", task: 1, status: "done" };
  await p.refused(() => edit(), closed);
  await p.refused(() => cancel(), closed);
  await p.refused(() => complete(), closed);
  await p.refused(() => cancel("x", 99), { code: "task_unknown", task: 99 });
});

test("two who finish a task at once finish it once", async () => {
  const { p, create, complete, cancel } = await aCustomer();
  must(await create());
  const answers = await Promise.all([complete(), cancel(), complete()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await events(p.database.sql)).toHaveLength(2);
});

test("refused, changing nothing, with a field that cannot be so", async () => {
  const { p, create, complete } = await aCustomer();
  await p.refused(() => create({ customer: customerId("X") }), { code: "customer_unknown" });
  await p.refused(() => create({ title: "" }), { code: "field_empty", field: "title" });
  await p.refused(() => create({ title: "a".repeat(151) }), { code: "field_too_long" });
  await p.refused(() => create({ dueTime: "25:00" }), {
    code: "time_of_day_invalid",
    got: "25:00",
  });
  await p.refused(() => create({ dueOn: date("2026-06-30") }), { code: "day_in_the_past" });
  for (const nobody of ["zoe", "system"]) {
    await p.refused(() => create({ assignee: operatorId(nobody) }), {
      code: "operator_not_active",
      got: nobody,
    });
  }
  must(await create());
  await p.refused(() => complete({ finishedAt: NOON + 1 }), { code: "finished_in_the_future" });
  await p.refused(() => complete({ finishedBy: operatorId("zoe") }), {
    code: "operator_not_active",
  });
});
