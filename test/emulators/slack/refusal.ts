import type { Problem } from "./limits.ts";

/** An answer `ok: false`; thrown by a method, sent by the server. */
export class SlackRefusal extends Error {
  readonly code: string;
  readonly messages: readonly string[];

  constructor(code: string, messages: readonly string[] = []) {
    super([code, ...messages].join("\n"));
    this.name = "SlackRefusal";
    this.code = code;
    this.messages = messages;
  }
}

export function refuse(code: string, messages: readonly string[] = []): never {
  throw new SlackRefusal(code, messages);
}

/** As Slack words it in `response_metadata.messages`. */
export const worded = (problems: readonly Problem[]): string[] =>
  problems.map(({ pointer, message }) => `[ERROR] ${message} [json-pointer:${pointer}]`);
