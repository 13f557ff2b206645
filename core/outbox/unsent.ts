import type { CustomerId } from "../ids.ts";

/** What was to leave and has not: given up on, or waiting after a failure. */
export type Unsent = {
  /** Its number in the outbox. */
  readonly id: number;
  /** The kind of the effect, and the channel that carries it out. */
  readonly what: string;
  readonly channel: string;
  readonly customer: CustomerId | null;
  /** Why it did not leave, as the last try said. */
  readonly error: string | null;
};

export type OutboxEvent =
  | { readonly kind: "outbox_retried"; readonly data: Unsent }
  | { readonly kind: "outbox_dropped"; readonly data: Unsent & { readonly reason: string } };

/** It has left meanwhile, leaves right now, was dropped, or never was. */
export type OutboxRefusal = { readonly code: "outbox_not_there"; readonly entry: number };

export interface OutboxUnit {
  /** Locked against the relay. Undefined where there is nothing that waits under that number. */
  lockUnsent(id: number): Promise<Unsent | undefined>;
  /** Due now, with all its tries ahead of it and its time to expire begun anew. */
  retryUnsent(id: number): Promise<void>;
  /** It will never leave; what it was stands in the event. */
  dropUnsent(id: number): Promise<void>;
}
