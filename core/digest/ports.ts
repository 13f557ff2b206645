import type { OperatorId } from "../ids.ts";

export interface DigestUnit {
  /** Those who work here and can be written to in Slack, by id. */
  digestReaders(): Promise<OperatorId[]>;
}
