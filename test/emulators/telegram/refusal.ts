import type { Json } from "./types.ts";

/** An answer `ok: false`, worded as Telegram words it; thrown by a method, sent by the server. */
export class TelegramRefusal extends Error {
  readonly status: number;
  readonly parameters: Json | undefined;

  constructor(status: number, description: string, parameters?: Json) {
    super(description);
    this.name = "TelegramRefusal";
    this.status = status;
    this.parameters = parameters;
  }
}

export function badRequest(what: string): never {
  throw new TelegramRefusal(400, `Bad Request: ${what}`);
}
