import type { Logger } from "pino";
import type { CivilDate } from "#core/calendar.ts";
import type { Ports } from "#core/ports.ts";
import type { AttachmentStore } from "#core/work/attachments.ts";
import type { Texts } from "../texts/texts.ts";
import type { SlackCharts } from "./charts/ports.ts";
import type { SlackDocuments } from "./documents/ports.ts";
import type { SlackReads } from "./reads.ts";
import type { TakeReturn } from "./returns/ports.ts";

/** Everything the Slack face needs, handed in by bot/main.ts. */
export type SlackDeps = {
  readonly ports: Ports;
  readonly reads: SlackReads;
  readonly files: AttachmentStore;
  readonly homeViews: HomeViews;
  readonly slackMessages: SlackMessages;
  readonly charts: SlackCharts;
  readonly documents: SlackDocuments;
  /** Undefined: managers have none. */
  readonly managersChannel?: string | undefined;
  readonly takeReturn: TakeReturn;
  readonly texts: Texts;
  readonly log: Logger;
  /** The provider's civil date right now. */
  readonly today: () => CivilDate;
  readonly nowMs: () => number;
  /** The provider's. */
  readonly timeZone: string;
};

/** What each person last looked at in the Home: panel, filters, order and page. */
export type HomeViews = {
  /** Undefined for a person who never opened it. */
  readonly load: (slackUser: string) => Promise<unknown>;
  readonly save: (slackUser: string, view: unknown) => Promise<void>;
};

/** Where messages about something stand, so that they are changed instead of repeated. */
export type SlackMessages = {
  readonly find: (
    about: string,
  ) => Promise<{ readonly channel: string; readonly ts: string } | undefined>;
  readonly keep: (
    about: string,
    at: { readonly channel: string; readonly ts: string },
  ) => Promise<void>;
};
