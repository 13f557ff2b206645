import { addDays, type CivilDate } from "#core/calendar.ts";
import type { CustomerId, OperatorId } from "#core/ids.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import { createTask, type TaskForm } from "#core/use-cases/create-task.ts";
import type { PlannedCase } from "./provider/planned-case.ts";

/** What people noted to do, by the day on which they noted it: something late, something for today, something ahead. */
type Noted = {
  readonly group: PlannedCase["group"];
  /** Of the group's cases. */
  readonly which: number;
  readonly by: string;
  /** Days from today. */
  readonly notedOn: number;
  readonly dueOn: number;
  readonly form: Omit<TaskForm, "dueOn" | "assignee">;
};

const NOTED: readonly Noted[] = [
  {
    ...{ group: "confirmed", which: 0, by: "ana", notedOn: -2, dueOn: -1 },
    form: { title: "Ligar de novo: pediu para falar depois das 18h", dueTime: "18:30" },
  },
  {
    ...{ group: "split", which: 0, by: "ana", notedOn: -3, dueOn: 0 },
    form: { title: "Confirmar se recebeu os boletos do acordo" },
  },
  {
    ...{ group: "started", which: 1, by: "bruno", notedOn: -1, dueOn: 0 },
    form: { title: "Conferir o telefone novo que a irmã informou", dueTime: "10:00" },
  },
  {
    ...{ group: "broken", which: 0, by: "carla", notedOn: -1, dueOn: 0 },
    form: { title: "Propor novo acordo", body: "Aceita até 6 parcelas; prefere pagar no dia 10." },
  },
  {
    ...{ group: "spcCritique", which: 0, by: "diego", notedOn: 0, dueOn: 0 },
    form: { title: "Confirmar no sistema do SPC que o registro saiu" },
  },
  {
    ...{ group: "awaitingApproval", which: 0, by: "diego", notedOn: -1, dueOn: 1 },
    form: { title: "Responder ao pedido de desconto acima da alçada", dueTime: "14:00" },
  },
];

type Made = { readonly title: string; readonly outcome: Result<unknown, Refusal> };

/** So that somebody who opens the Home finds work in it. */
export async function noteTasks(
  ports: Ports,
  cases: readonly PlannedCase[],
  today: CivilDate,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const { group, which, by, notedOn, dueOn, form } of NOTED) {
    const found = cases.filter((one) => one.group === group)[which];
    if (found === undefined) continue;
    const customer = found.customer as CustomerId;
    const assignee = by as OperatorId;
    const outcome = await createTask(ports, {
      input: { customer, assignee, dueOn: addDays(today, dueOn), ...form },
      actor: assignee,
      today: addDays(today, notedOn),
    });
    made.push({ title: form.title, outcome });
  }
  return made;
}
