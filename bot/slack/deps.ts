import type { Logger } from "pino";
import type { CivilDate } from "#core/calendar.ts";
import type { Ports } from "#core/ports.ts";
import type { AttachmentStore } from "#core/work/attachments.ts";
import type { Texts } from "../texts/texts.ts";
import type { SlackReads } from "./reads.ts";

/** Everything the Slack face needs, handed in by bot/main.ts. */
export type SlackDeps = {
  readonly ports: Ports;
  readonly reads: SlackReads;
  readonly files: AttachmentStore;
  readonly texts: Texts;
  readonly log: Logger;
  /** The provider's civil date right now. */
  readonly today: () => CivilDate;
  readonly nowMs: () => number;
};
