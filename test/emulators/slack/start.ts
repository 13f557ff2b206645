import { postDue } from "./chat.ts";
import { createCourier, type Delivery, type Forgery } from "./delivery.ts";
import { changeChannel } from "./people.ts";
import { createPerson, type Person } from "./person.ts";
import { openServer } from "./server.ts";
import type { Channel, User } from "./types.ts";
import { type Call, type Fault, openWorkspace, type Seed } from "./workspace.ts";

export type SlackOptions = Seed & {
  readonly signingSecret: string;
  readonly botToken: string;
  /** For Socket Mode. */
  readonly appToken?: string;
  /** Where the app takes requests: its whole address, path included. May be given later. */
  readonly appUrl?: string;
  /** How long Slack waits for an acknowledgement. */
  readonly ackTimeoutMs?: number;
};

export type SlackEmulator = Awaited<ReturnType<typeof startSlack>>;

const ACK_MS = 3_000;
const QUIET_MS = 30;

/** A Slack workspace on the loopback interface, for one app. */
export async function startSlack(options: SlackOptions) {
  const workspace = openWorkspace(options);
  const courier = createCourier({
    signingSecret: options.signingSecret,
    appUrl: options.appUrl,
    ackTimeoutMs: options.ackTimeoutMs ?? ACK_MS,
    newId: workspace.newId,
  });
  const { botToken, appToken = "xapp-emulated" } = options;
  const server = await openServer({ workspace, courier, botToken, appToken });
  const people = new Map<string, Person>();

  return {
    /** For a WebClient's `slackApiUrl`. */
    apiUrl: `${server.url}/api/`,
    close: server.close,
    sendTo: courier.sendTo,
    until: workspace.until,

    user(id: string): Person {
      if (!workspace.users.has(id)) throw new Error(`nobody here is ${id}`);
      const person = people.get(id) ?? createPerson(workspace, courier, id);
      people.set(id, person);
      return person;
    },

    addUser: (user: User): void => void workspace.users.set(user.id, user),
    addChannel: (channel: Channel): void => void workspace.channels.set(channel.id, channel),
    changeChannel: (id: string, change: Partial<Channel>): void =>
      changeChannel(workspace, id, change),

    /** The next call of a method fails: with an error's code, a status, or 429 and Retry-After. */
    failNext(method: string, fault: Fault): void {
      workspace.faults.set(method, [...(workspace.faults.get(method) ?? []), fault]);
    },

    /** Lets time pass: triggers expire, scheduled messages are posted. */
    advance(ms: number): void {
      workspace.skip(ms);
      postDue(workspace);
      workspace.changed();
    },

    /** Every call of the app, with what it was answered. */
    calls: (method?: string): readonly Call[] =>
      workspace.calls.filter((call) => method === undefined || call.method === method),
    refusedCalls: (): readonly Call[] => workspace.calls.filter(({ answer }) => answer.ok !== true),

    /** Everything that was sent to the app. */
    deliveries: (): readonly Delivery[] => courier.deliveries,
    replay: (delivery: Delivery, forgery?: Forgery) => courier.replay(delivery, forgery),

    /** Waits until the app has called nothing for a moment: to see that something does not come. */
    async settled(quietMs = QUIET_MS): Promise<void> {
      let seen = -1;
      while (seen !== workspace.calls.length || server.busy() > 0) {
        seen = workspace.calls.length;
        await new Promise((resolve) => setTimeout(resolve, quietMs));
      }
    },
  };
}
