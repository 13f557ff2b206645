import { describe, expect, it } from "vitest";
import { z } from "zod";
import { saveDraft } from "#core/use-cases/save-draft.ts";
import { unchanged } from "#test/support/proposals.ts";
import { customerId, operatorId, TODAY } from "#test/support/provider.ts";
import { theOffice } from "#test/support/slack-office.ts";
import { atWizard, fillTerms, goTo, metadataOf, owing, toSplit } from "./wizard-support.ts";

const office = theOffice();

const submissions = () =>
  office()
    .slack.deliveries()
    .filter(({ payload }) => payload.type === "view_submission");

const agreements = async (): Promise<number> => {
  const [row] = await office().database.sql<[{ count: number }]>`
    select count(*)::int as count from agreement`;
  return row.count;
};

describe("two windows", () => {
  it("tell the one that was overtaken, and change nothing", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await goTo(ana, "terms");
    const { draft, revision } = metadataOf(ana);
    const { ports, database } = office();
    const [kept] = await database.sql`select data from draft where id = ${draft}`;
    await saveDraft(ports, {
      input: { id: draft, customer: customerId("C1"), revision, data: kept?.data },
      actor: operatorId("ana"),
      today: TODAY,
    });
    await fillTerms(ana, { charges: "5" });
    await ana.submit();

    expect(ana.screen()).toContain("Este acordo continuou em outra janela");
  });

  it("never confirm what another window changed meanwhile", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await toSplit(ana);
    await ana.pickDate("due", "2026-07-15");
    await goTo(ana, "summary");
    const { draft, revision } = metadataOf(ana);
    const { ports, database } = office();
    const [kept] = await database.sql`select data from draft where id = ${draft}`;
    const { form } = z.object({ form: z.looseObject({}) }).parse(kept?.data);
    await saveDraft(ports, {
      input: {
        id: draft,
        customer: customerId("C1"),
        revision,
        data: { form: { ...form, description: "outra" } },
      },
      actor: operatorId("ana"),
      today: TODAY,
    });
    await ana.submit();

    expect(ana.screen()).toContain("Este acordo continuou em outra janela");
    expect(await agreements()).toBe(0);
  });

  it("of two people give exactly one agreement; the other is told why", async () => {
    await owing(office());
    const people = [];
    for (const name of ["ana", "bruno"] as const) {
      const person = await atWizard(office(), { as: name });
      await toSplit(person);
      await person.pickDate("due", "2026-07-15");
      await goTo(person, "summary");
      people.push(person);
    }
    await Promise.all(people.map((person) => person.submit()));

    const screens = people.map((person) => person.screen());
    expect(screens.filter((screen) => screen.includes("com 1 fatura a receber"))).toHaveLength(1);
    expect(
      screens.filter((screen) => /não pode entrar em acordo: ela está no acordo/.test(screen)),
    ).toHaveLength(1);
    expect(await agreements()).toBe(1);
  });

  it("told at the last step that a debt was paid meanwhile", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await toSplit(ana);
    await ana.pickDate("due", "2026-07-15");
    await goTo(ana, "summary");
    await office().pay("A");
    await ana.submit();

    expect(ana.screen()).toContain("Passo 1 de");
    expect(ana.screen()).toContain("A fatura A não pode entrar em acordo: ela está paga");
  });
});

describe("a delivery that Slack repeats", () => {
  it("moves a step once, and shows the same next step", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await goTo(ana, "terms");
    await fillTerms(ana);
    await goTo(ana, "split");
    const again = await office().slack.replay(submissions().at(-1)!, { retryNumber: 1 });

    expect(JSON.stringify(again.body)).toContain("wizard-split");
    expect(JSON.stringify(again.body)).toContain(`\\"revision\\":${metadataOf(ana).revision}`);
  });

  it("makes one agreement, and shows the same end", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await toSplit(ana);
    await ana.pickDate("due", "2026-07-15");
    await goTo(ana, "summary");
    await ana.submit();
    const [sent] = submissions().slice(-1);
    const answers = await Promise.all(
      [1, 2].map((retryNumber) => office().slack.replay(sent!, { retryNumber })),
    );

    for (const { body } of answers) expect(JSON.stringify(body)).toContain("Acordo feito");
    expect(await agreements()).toBe(1);
  });
});

describe("whoever may not", () => {
  it("make agreements is refused by the wizard's own steps too", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await office().database.sql`
      update role set permissions = array_remove(permissions, 'agreement.make') where name = 'operator'`;
    await ana.submit();

    expect(ana.screen()).toContain("não tem a permissão agreement.make");
    expect((await office().agree("C1", ["A"], unchanged(), { as: "ana" })).ok).toBe(false);
    await office().database.sql`
      update role set permissions = array_append(permissions, 'agreement.make') where name = 'operator'`;
  });
});
