import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, vi } from "vitest";
import type { SlackDeps } from "#bot/slack/deps.ts";
import type { TestDatabase } from "./database.ts";
import { aDesk, type Desk } from "./desk.ts";
import { openDocuments } from "./documents.ts";
import { aProvider, type Provider, TODAY } from "./provider.ts";
import { type OtherSlack, startOtherSlack } from "./slack-emulate.ts";
import { depsOf, hire, OFFICE_NOW, startFace } from "./slack-office.ts";
import { createOtherPerson, type OtherPerson } from "./slack-other-person.ts";
import { type Recorder, startRecorder } from "./slack-recorder.ts";
import { SECRETS } from "./slack-tiny-app.ts";

/** What the app's manifest in docs/slack.md asks for. */
const SCOPES = ["chat:write", "commands", "files:read", "files:write", "im:write"];
const PEOPLE = ["ana", "carla", "diego"] as const;
type Colleague = (typeof PEOPLE)[number];

export type OtherOffice = Provider &
  Desk & {
    readonly slack: OtherSlack;
    readonly recorder: Recorder;
    readonly deps: SlackDeps;
    person(name: Colleague): OtherPerson;
    close(): Promise<void>;
  };

/** The product over signed HTTP, at a Slack that others wrote and that holds the app to its scopes. */
export async function openOtherOffice(database: TestDatabase): Promise<OtherOffice> {
  vi.useFakeTimers({ toFake: ["Date"], now: OFFICE_NOW });
  const provider = await aProvider(database);
  await hire(provider);
  const slack = await startOtherSlack("cobranca", { people: PEOPLE, scopes: SCOPES });
  for (const name of PEOPLE) {
    await database.sql`update operator set slack_user_id = ${slack.userIdOf(name)} where id = ${name}`;
  }
  const recorder = await startRecorder(slack.apiUrl, SECRETS.botToken);
  const folder = await mkdtemp(join(tmpdir(), "acordo-other-"));
  const documents = openDocuments(database.sql, TODAY);
  const deps = depsOf(provider, folder, documents);
  const face = await startFace(deps, { ...SECRETS, apiUrl: recorder.apiUrl });
  const around = {
    watcher: slack.watcher,
    recorder,
    courier: slack.courierTo(face.url),
    trigger: (userId: string, viewId?: string) => slack.trigger(viewId, userId),
  };
  const atDesk = (name: Colleague): OtherPerson =>
    createOtherPerson(around, { id: slack.userIdOf(name), channel: slack.channelId });
  const people = { ana: atDesk("ana"), carla: atDesk("carla"), diego: atDesk("diego") };
  return {
    ...provider,
    ...aDesk(provider),
    slack,
    recorder,
    deps,
    person: (name) => people[name],
    async close() {
      await face.stop();
      await recorder.close();
      await slack.close();
      await documents.close();
      await rm(folder, { recursive: true, force: true });
      vi.useRealTimers();
    },
  };
}

/** Everything that the other Slack did not take. */
export function expectNothingRefused({ recorder }: OtherOffice): void {
  expect(recorder.calls.filter(({ answer }) => answer.ok !== true)).toEqual([]);
}
