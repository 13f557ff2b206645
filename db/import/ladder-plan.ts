import { type PlanMaker, planOf, WORK } from "./plan.ts";

/** A ladder with its steps as one text, in the order in which they are staged (steps.ts). */
const LADDERS = `(
  select l.id, l.name, l.forward_day, coalesce(
    (select string_agg(day || ':' || action, ';' order by day, action collate "C")
     from ladder_step where ladder_id = l.id), '') as steps
  from ladder l)`;

const STEPS_OF_WORK = `
  select w.id as ladder_id, split_part(step, ':', 1)::int as day, split_part(step, ':', 2) as action
  from ${WORK} w cross join unnest(string_to_array(w.steps, ';')) step
  where w.refusal is null and (not w.known or (w.changed and w.steps_changed))`;

export const ladderPlan: PlanMaker = () =>
  planOf("ladder", {
    table: "ladder",
    current: LADDERS,
    derived: {
      forward_day: `(
        select min(split_part(step, ':', 1)::int) from unnest(string_to_array(e.steps, ';')) step
        where split_part(step, ':', 2) = 'forward_to_collections')`,
    },
    notes: {
      steps: "e.steps",
      steps_changed: "t.steps is distinct from e.steps",
      forward_before: "t.forward_day",
    },
    locking:
      "known and refusal is null and differs and forward_before is distinct from forward_day",
    lockedCustomers: `
      select c.customer_id from collection c join invoice i on i.id = c.invoice_id
      where c.stage = 'classified' and i.ladder_id in (select id from ${WORK} where locking)`,
    after: [
      `delete from ladder_step x using ${WORK} w where w.changed and w.steps_changed and x.ladder_id = w.id`,
      `insert into ladder_step (ladder_id, day, action) ${STEPS_OF_WORK}`,
      // Another day may let go what it had classified; what it would take now, the classifier finds by its index.
      `update collection c set recheck = true
       from invoice i, ${WORK} w
       where w.changed and w.forward_before is distinct from w.forward_day and i.ladder_id = w.id
         and c.invoice_id = i.id and c.stage = 'classified' and not c.recheck`,
    ],
  });
