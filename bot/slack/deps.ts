import type { Logger } from "pino";
import type { Permission } from "#core/access/permissions.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { OperatorId } from "#core/ids.ts";
import type { Ports } from "#core/ports.ts";
import type { Texts } from "../texts/texts.ts";
import type { SlackReads } from "./reads.ts";

/** An operator who is known by the Slack user that acts. */
export type Person = {
  readonly id: OperatorId;
  readonly name: string;
  readonly role: string;
  readonly permissions: ReadonlySet<Permission>;
  readonly slackUser: string;
};

/** Everything the Slack face needs, handed in by bot/main.ts. */
export type SlackDeps = {
  readonly ports: Ports;
  readonly reads: SlackReads;
  readonly texts: Texts;
  readonly log: Logger;
  /** The provider's civil date right now. */
  readonly today: () => CivilDate;
  readonly nowMs: () => number;
};
