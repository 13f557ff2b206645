import type { ConnectionId, CustomerId } from "../ids.ts";
import type { WantedStatus } from "./connection.ts";
import type { MessageChannel } from "./contact-records.ts";
import type { WorkEvent } from "./events.ts";

/** What the account's commands ask of the outside world. Text and addresses are read from the row when it is sent. */
export type WorkEffect =
  | {
      readonly kind: "send_message";
      readonly customer: CustomerId;
      readonly message: number;
      readonly channel: MessageChannel;
    }
  | {
      readonly kind: "change_connection";
      readonly customer: CustomerId;
      readonly connection: ConnectionId;
      readonly wanted: WantedStatus;
    };

export type WorkChannel = MessageChannel | "network";

export const workChannelOf = (effect: WorkEffect): WorkChannel =>
  effect.kind === "send_message" ? effect.channel : "network";

type Calling = Extract<
  WorkEvent,
  { readonly kind: "message_queued" | "connection_change_requested" }
>;

export function reactToWork(event: Calling): WorkEffect {
  const { customer } = event;
  if (event.kind === "message_queued") {
    const { message, channel } = event.data;
    return { kind: "send_message", customer, message, channel };
  }
  const { connection, wanted } = event.data;
  return { kind: "change_connection", customer, connection, wanted };
}
