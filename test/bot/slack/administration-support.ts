import { expect } from "vitest";
import type { SubjectName } from "#bot/slack/administration/subject.ts";
import { CHOOSE_SUBJECT } from "#bot/slack/administration/view.ts";
import type { Person } from "#test/emulators/slack/person.ts";
import { dump } from "#test/support/dump.ts";
import { events, type Happened } from "#test/support/look.ts";
import { type Name, type Office, slackId } from "#test/support/slack-office.ts";

/** Somebody at the list of a subject, come by the command. */
export async function administering(
  office: Office,
  name: Name,
  subject: SubjectName,
): Promise<Person> {
  const person = office.person(name);
  await person.slash("/cobranca", "admin");
  await person.sees("# Administração");
  await person.select(CHOOSE_SUBJECT, subject);
  // The line above a list; what may be chosen has none.
  await person.sees("---");
  return person;
}

/** The row that a query finds; it must be one. */
export async function rowOf<Row extends object>(rows: PromiseLike<readonly Row[]>): Promise<Row> {
  const found = await rows;
  expect(found).toHaveLength(1);
  return { ...found[0]! };
}

export async function lastEvent({ database }: Office, kind: string): Promise<Happened> {
  return (await events(database.sql, kind)).at(-1)!;
}

type Payload = {
  readonly type: string;
  readonly user: object;
  readonly view: Readonly<Record<string, unknown>>;
};

/** The last form once more, as if somebody else had sent it from a view of their own; nothing may come of it. */
export async function refusedWhenForgedBy(office: Office, name: Name): Promise<void> {
  const sent = office.slack
    .deliveries()
    .findLast(({ payload }) => payload.type === "view_submission")!;
  const payload = sent.payload as Payload;
  const forged = {
    ...payload,
    user: { ...payload.user, id: slackId(name) },
    view: { ...payload.view, id: "VFORGED" },
  };
  const body = new URLSearchParams({ payload: JSON.stringify(forged) }).toString();
  const before = await dump(office.database.sql);
  const answer = await office.slack.replay({ ...sent, body });
  expect(answer.body).toMatchObject({ response_action: "update" });
  expect(JSON.stringify(answer.body)).toContain("não tem a permissão");
  expect(await dump(office.database.sql)).toEqual(before);
}
