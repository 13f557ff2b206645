import { type Delivered, SENT, type Sender } from "../../sending.ts";
import type { OutboundDeps } from "../deps.ts";
import { sendReleased } from "../released.ts";
import type { SmsDriver } from "./driver.ts";

/** What an operator or the ladder wrote as a text message, to each of its numbers. */
export const sendSms =
  (deps: OutboundDeps, driver: SmsDriver): Sender<"send_message:sms"> =>
  ({ message }, { isLast }) =>
    sendReleased(deps, { message, isLast }, async ({ to, body }) => {
      const outcomes: Delivered[] = [];
      for (const number of to) {
        outcomes.push(await driver({ id: `message-${message}`, to: number, text: body }));
      }
      return together(outcomes);
    });

/** One that arrived is enough: the others would get it twice. */
const together = (outcomes: readonly Delivered[]): Delivered =>
  ORDER.map((wanted) => outcomes.find(({ outcome }) => outcome === wanted)).find(
    (found) => found !== undefined,
  ) ?? SENT;

const ORDER = ["sent", "limited", "again", "failed"] as const;
