import type { CivilDate } from "#core/calendar.ts";
import type { Ports } from "#core/ports.ts";
import {
  finishMessage,
  type MessageEnd,
  type Release,
  releaseMessage,
} from "#core/use-cases/release-message.ts";
import { type Attempt, type Delivered, SENT } from "./sending.ts";

type Clock = {
  readonly ports: Ports;
  readonly nowMs: () => number;
  readonly today: () => CivilDate;
};

/** `blocked`: nobody can be reached there any more, and nobody has to look into it. */
export type Outcome = Delivered | { readonly outcome: "blocked" };

type Letter = Extract<Release, { readonly answer: "send" }>;

/** Debt, address and law are looked at once more, then it leaves, then the account says what became of it. */
export async function sendReleased(
  { ports, nowMs, today }: Clock,
  { message, isLast }: Attempt & { readonly message: number },
  send: (letter: Letter) => Promise<Outcome>,
): Promise<Delivered> {
  const turn = () => ({ message, now: nowMs(), today: today() });
  const release = await releaseMessage(ports, turn());
  switch (release.answer) {
    case "done":
      return SENT;
    case "dropped":
      return { outcome: "dropped", reason: release.why };
    case "later":
      return { outcome: "later", reason: "law", afterMs: release.atMs - nowMs() };
    case "send": {
      const outcome = await send(release);
      const end = endOf(outcome, isLast);
      if (end !== undefined) await finishMessage(ports, { ...turn(), end });
      return asDelivered(outcome);
    }
  }
}

export const asDelivered = (outcome: Outcome): Delivered =>
  outcome.outcome === "blocked"
    ? { outcome: "dropped", reason: "blocked by the customer" }
    : outcome;

/** Of several addresses: one that was reached is enough, one that may still be reached is waited for. */
export const together = (outcomes: readonly Outcome[]): Outcome =>
  ORDER.map((wanted) => outcomes.find(({ outcome }) => outcome === wanted)).find(
    (found) => found !== undefined,
  ) ?? { outcome: "blocked" };

const ORDER = ["sent", "limited", "again", "failed", "blocked"] as const;

/** Undefined while it may still arrive. */
function endOf({ outcome }: Outcome, isLast: boolean): MessageEnd | undefined {
  switch (outcome) {
    case "sent":
      return "sent";
    case "blocked":
      return { failed: "blocked" };
    case "failed":
    case "dropped":
      return { failed: "refused" };
    case "again":
      return isLast ? { failed: "unreachable" } : undefined;
    case "limited":
    case "later":
      return undefined;
  }
}
