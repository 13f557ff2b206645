import {
  finishMessage,
  type MessageEnd,
  type Release,
  releaseMessage,
} from "#core/use-cases/release-message.ts";
import { type Attempt, type Delivered, SENT } from "../sending.ts";
import type { OutboundDeps } from "./deps.ts";

type Letter = Extract<Release, { readonly answer: "send" }>;

/** Debt, address and law are looked at once more, then it leaves, then the account says what became of it. */
export async function sendReleased(
  { ports, nowMs, today }: Pick<OutboundDeps, "ports" | "nowMs" | "today">,
  { message, isLast }: Attempt & { readonly message: number },
  send: (letter: Letter) => Promise<Delivered>,
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
      const delivered = await send(release);
      const end = endOf(delivered, isLast);
      if (end !== undefined) await finishMessage(ports, { ...turn(), end });
      return delivered;
    }
  }
}

/** Undefined while it may still arrive. */
function endOf({ outcome }: Delivered, isLast: boolean): MessageEnd | undefined {
  switch (outcome) {
    case "sent":
      return "sent";
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
