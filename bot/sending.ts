import type { Effect } from "#core/effects.ts";

/** What became of an effect when it was carried out. Reasons are for whoever looks after the outbox. */
export type Delivered =
  | { readonly outcome: "sent" }
  /** Worth another try. */
  | { readonly outcome: "again"; readonly reason: string }
  /** The other side asks for so much patience; the effect itself is all right. */
  | { readonly outcome: "limited"; readonly reason: string; readonly afterMs: number }
  /** Trying again would end the same. */
  | { readonly outcome: "failed"; readonly reason: string };

export type Sender<Kind extends Effect["kind"]> = (
  effect: Extract<Effect, { readonly kind: Kind }>,
) => Promise<Delivered>;

/** An effect that nobody here can send waits, and expires. */
export type Senders = { readonly [Kind in Effect["kind"]]?: Sender<Kind> };

export const SENT: Delivered = { outcome: "sent" };
