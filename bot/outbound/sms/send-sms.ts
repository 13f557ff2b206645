import { type Outcome, sendReleased, together } from "../../released.ts";
import type { Sender } from "../../sending.ts";
import type { OutboundDeps } from "../deps.ts";
import type { SmsDriver } from "./driver.ts";

/** What an operator or the ladder wrote as a text message, to each of its numbers. */
export const sendSms =
  (deps: OutboundDeps, driver: SmsDriver): Sender<"send_message:sms"> =>
  ({ message }, { isLast }) =>
    sendReleased(deps, { message, isLast }, async ({ to, body }) => {
      const outcomes: Outcome[] = [];
      for (const number of to) {
        outcomes.push(await driver({ id: `message-${message}`, to: number, text: body }));
      }
      return together(outcomes);
    });
