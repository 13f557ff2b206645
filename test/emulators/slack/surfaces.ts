import { findMessage } from "./chat.ts";
import { optionsOf, type Part, partsOf } from "./inputs.ts";
import type { Place } from "./payloads.ts";
import type { Block, Channel, Json, Message, Values, View } from "./types.ts";
import type { Workspace } from "./workspace.ts";

/** Where to look; without it the open modal, or else Home. */
export type Where =
  | "modal"
  | "home"
  | "message"
  | { readonly channel: string; readonly ts: string };

export type Wanted = { readonly id: string; readonly value?: string | undefined };

/** The one element that `id` names: an action_id, a block_id, or `block_id/action_id`. */
export function find(
  workspace: Workspace,
  userId: string,
  { where, ...wanted }: Wanted & { readonly where: Where | undefined },
): { place: Place; part: Part } {
  const place = placeOf(workspace, userId, where, wanted);
  const blocks = blocksOf(place);
  const parts = matching(blocks, wanted);
  if (parts.length === 1 && parts[0]) return { place, part: parts[0] };
  const there = partsOf(blocks).map(
    ({ block, element }) => `${block.block_id}/${element.action_id}`,
  );
  const sought = wanted.value === undefined ? wanted.id : `${wanted.id} of ${wanted.value}`;
  throw new Error(
    `${parts.length === 0 ? "no" : "more than one"} element ${sought}; there are: ${there.join(", ")}`,
  );
}

function matching(blocks: readonly Block[], { id, value }: Wanted): Part[] {
  const named = partsOf(blocks).filter(
    ({ block, element }) =>
      element.action_id === id ||
      block.block_id === id ||
      `${block.block_id}/${element.action_id}` === id,
  );
  if (named.length < 2 || value === undefined) return named;
  return named.filter(
    ({ element }) =>
      element.value === value ||
      optionsOf(element).some((option) => option.value === value || option.text.text === value),
  );
}

function placeOf(
  workspace: Workspace,
  userId: string,
  where: Where | undefined,
  wanted: Wanted,
): Place {
  const { stack, home } = workspace.screenOf(userId);
  const top = stack.at(-1);
  if (where === "modal" || (where === undefined && top)) {
    if (!top) throw new Error("no modal is open");
    return { kind: "view", view: top };
  }
  if (where === "home" || where === undefined) {
    if (!home) throw new Error("Home was never published");
    return { kind: "view", view: home };
  }
  return { kind: "message", message: messageWith(workspace, userId, where, wanted) };
}

function messageWith(
  workspace: Workspace,
  userId: string,
  where: Exclude<Where, "modal" | "home">,
  wanted: Wanted,
): Message {
  const visible = workspace.messages.filter((message) => sees(workspace, userId, message));
  const found =
    where === "message"
      ? visible.findLast(({ blocks }) => matching(blocks ?? [], wanted).length > 0)
      : visible.find(({ channel, ts }) => channel === where.channel && ts === where.ts);
  if (!found) throw new Error(`no message with ${wanted.id} that ${userId} sees`);
  return found;
}

export function sees(workspace: Workspace, userId: string, message: Message): boolean {
  if (message.ephemeralTo !== undefined) return message.ephemeralTo === userId;
  return isMember(workspace.channels.get(message.channel), userId);
}

const isMember = (channel: Channel | undefined, userId: string): boolean =>
  channel?.members.includes(userId) === true;

export const blocksOf = (place: Place): readonly Block[] =>
  (place.kind === "view" ? place.view.blocks : place.message.blocks) ?? [];

/** The same place after a person changed what one element holds. */
export function hold(
  workspace: Workspace,
  userId: string,
  { place, part, value }: { place: Place; part: Part; value: Json },
): Place {
  const { block_id: blockId } = part.block;
  const before: Values = (place.kind === "view" ? place.view : place.message).state?.values ?? {};
  const held = { ...before[blockId], [part.element.action_id]: value };
  const state = { values: { ...before, [blockId]: held } };
  if (place.kind === "view") return holdView(workspace, userId, { ...place.view, state });
  const message = { ...place.message, state };
  const old = findMessage(workspace, message.channel, message.ts);
  if (old) workspace.messages[workspace.messages.indexOf(old)] = message;
  return { kind: "message", message };
}

function holdView(workspace: Workspace, userId: string, view: View): Place {
  const screen = workspace.screenOf(userId);
  if (view.type === "home") screen.home = view;
  else screen.stack = screen.stack.map((one) => (one.id === view.id ? view : one));
  return { kind: "view", view };
}
