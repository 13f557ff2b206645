import type { Effect } from "#core/effects.ts";

/** What became of an effect when it was carried out. Reasons are for whoever looks after the outbox. */
export type Delivered =
  | { readonly outcome: "sent" }
  /** Worth another try. */
  | { readonly outcome: "again"; readonly reason: string }
  /** The other side asks for so much patience; the effect itself is all right. */
  | { readonly outcome: "limited"; readonly reason: string; readonly afterMs: number }
  /** Not before: the law's hours, a debt's day. The effect itself is all right. */
  | { readonly outcome: "later"; readonly reason: string; readonly afterMs: number }
  /** There is nothing to send any more, or nobody to send it to, and nobody has to look into it. */
  | { readonly outcome: "dropped"; readonly reason: string }
  /** Trying again would end the same. */
  | { readonly outcome: "failed"; readonly reason: string };

/** Effects by their kind; those that go by one of several channels by both: "send_message:app". */
export type EffectName = NameOf<Effect>;

type NameOf<Asked> = Asked extends {
  readonly kind: infer Kind extends string;
  readonly channel: infer Channel extends string;
}
  ? `${Kind}:${Channel}`
  : Asked extends { readonly kind: infer Kind extends string }
    ? Kind
    : never;

type Named<Name extends EffectName> = Name extends `${infer Kind}:${infer Channel}`
  ? Extract<Effect, { readonly kind: Kind }> & { readonly channel: Channel }
  : Extract<Effect, { readonly kind: Name }>;

export const nameOf = (effect: Effect): EffectName =>
  ("channel" in effect ? `${effect.kind}:${effect.channel}` : effect.kind) as EffectName;

/** `isLast`: nobody tries again after this. */
export type Attempt = { readonly isLast: boolean };

export type Sender<Name extends EffectName> = (
  effect: Named<Name>,
  attempt: Attempt,
) => Promise<Delivered>;

/** An effect that nobody here can send waits, and expires. */
export type Senders = { readonly [Name in EffectName]?: Sender<Name> };

export const SENT: Delivered = { outcome: "sent" };
