import { expect, test } from "vitest";
import { saveLadder } from "#core/use-cases/save-ladder.ts";
import { readLadders } from "#db/queries/administration/read-lists.ts";
import { must, opening } from "#test/support/desk.ts";
import { stages } from "#test/support/look.ts";
import { told } from "./support.ts";

const office = opening();

const forward = (day: number) => ({ day, action: "forward_to_collections" });
const standard = (steps: readonly { day: number; action: string }[], version = 1) => ({
  id: "standard",
  name: "Padrão",
  steps,
  version,
});
const STANDING = { ...standard([forward(10)]), forwardDay: 10 };

/** On 2026-07-01 twelve days late, and thirty. */
const OWING = { A: ["129.90", "2026-06-19"], B: ["50.00", "2026-06-01"] } as const;

test("another forward day lets go what is too young for it, at the classifier's next run", async () => {
  const o = office();
  const { sql } = o.database;
  await o.customer("C1", { owing: OWING });
  must(await o.classify());
  expect(await stages(sql, "C1")).toBe("A: classified, B: classified");

  must(await o.ask(saveLadder, standard([forward(15), { day: 5, action: "message" }])));
  expect(await sql`select invoice_id from collection where recheck order by 1`).toEqual([
    { invoice_id: "A" },
    { invoice_id: "B" },
  ]);
  expect(must(await o.classify())).toMatchObject({ classified: 0, released: 1 });
  expect(await stages(sql, "C1")).toBe("A: none, B: classified");

  must(await o.ask(saveLadder, standard([forward(3)], 2)));
  expect(must(await o.classify())).toMatchObject({ classified: 1, released: 0 });
});

test("what is past panel 1 already is left alone by another day", async () => {
  const o = office();
  await o.customer("C1", { owing: OWING });
  must(await o.classify());
  must(await o.start("C1"));
  must(await o.ask(saveLadder, standard([forward(60)])));
  must(await o.classify());
  expect(await stages(o.database.sql, "C1")).toBe("A: in contact, B: in contact");
});

test("steps that forward on the same day are a new version, and nothing is looked at again", async () => {
  const o = office();
  await o.customer("C1", { owing: OWING });
  must(await o.classify());
  const steps = [{ day: 5, action: "message" }, forward(10)];
  must(await o.ask(saveLadder, standard(steps), { as: "gil" }));
  const after = { ...STANDING, steps, version: 2 };
  expect(await told(o, "ladder_changed")).toEqual([{ actor: "gil", before: STANDING, after }]);
  expect(await readLadders(o.database.sql)).toEqual([after]);
  expect(await o.database.sql`select 1 from collection where recheck`).toHaveLength(0);

  must(await o.ask(saveLadder, standard(steps, 2)));
  expect(await told(o, "ladder_changed")).toHaveLength(1);
});

test("another system's steps stay where they are", async () => {
  const o = office();
  const { sql } = o.database;
  await sql`insert into ladder_step (ladder_id, day, action) values ('standard', 20, 'anatel.letter')`;
  must(await o.ask(saveLadder, standard([forward(12)])));
  const [ladder] = await readLadders(sql);
  expect(ladder?.steps).toEqual([forward(12), { day: 20, action: "anatel.letter" }]);
});

test("a new ladder takes what its contracts owe, by the id that billing gives them", async () => {
  const o = office();
  must(await o.ask(saveLadder, { id: "fast", name: "Rápida", steps: [forward(1)], version: null }));
  await o.customer("C1", { owing: { A: ["10.00", "2026-06-29"] } });
  await o.database.sql`update invoice set ladder_id = 'fast'`;
  expect(must(await o.classify())).toMatchObject({ classified: 1 });
});

test("refused, changing nothing, when it is no ladder, somebody was faster, or it may not be", async () => {
  const o = office();
  const ask = (form: Parameters<typeof standard>[0], version?: number) => () =>
    o.ask(saveLadder, standard(form, version));
  await o.refused(ask([{ day: 1, action: "shout" }]), { code: "ladder_action_unknown", step: 1 });
  await o.refused(ask([forward(4_000)]), { code: "ladder_day_invalid", step: 1, got: 4_000 });
  await o.refused(ask([forward(15)], 7), { code: "ladder_moved_on", version: 1 });
  const untitled = { ...standard([]), name: "" };
  await o.refused(() => o.ask(saveLadder, untitled), { code: "field_empty", field: "name" });
  await o.refused(() => o.ask(saveLadder, { ...standard([]), version: null }), {
    code: "ladder_id_taken",
    name: "Padrão",
  });
  await o.refused(() => o.ask(saveLadder, standard([]), { as: "sonia" }), {
    code: "not_permitted",
    permission: "ladder.manage",
    role: "supervisor",
  });
});

test("of two people who change one version at once, one is told to look again", async () => {
  const o = office();
  await o.customer("C1", { owing: OWING });
  must(await o.classify());
  const answers = await Promise.all([
    o.ask(saveLadder, standard([forward(15)])),
    o.ask(saveLadder, standard([forward(20)])),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    refusal: { code: "ladder_moved_on", ladder: "standard", version: 2 },
  });
  expect(await told(o, "ladder_changed")).toHaveLength(1);
  expect((await readLadders(o.database.sql))[0]?.steps).toHaveLength(1);
});
