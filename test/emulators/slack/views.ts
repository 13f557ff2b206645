import { isInteractive, stateOf } from "./inputs.ts";
import { isNode, LIMITS } from "./limits.ts";
import { refuse, worded } from "./refusal.ts";
import type { Block, Json, View } from "./types.ts";
import { validateView, viewBytes } from "./validate.ts";
import { APP_ID, BOT, missing, type Screen, TEAM, type Workspace } from "./workspace.ts";

export type Methods = Readonly<
  Record<string, (args: Json, workspace: Workspace) => Json | Promise<Json>>
>;

export const viewMethods: Methods = {
  "views.open": (args, workspace) => shown(openView(args, workspace)),
  "views.push": (args, workspace) => {
    admitted(args.view, "modal");
    return shown(pushView(workspace, workspace.useTrigger(args.trigger_id), args.view));
  },
  "views.update": (args, workspace) => {
    const { screen, index } = findModal(args, workspace);
    refuseOldHash(args.hash, screen.stack[index]);
    return shown(replaceView(workspace, screen, index, args.view));
  },
  "views.publish": (args, workspace) => {
    const userId = String(args.user_id ?? "");
    if (!workspace.users.has(userId)) refuse("user_not_found");
    const screen = workspace.screenOf(userId);
    const payload = admitted(args.view, "home");
    refuseOldHash(args.hash, screen.home);
    screen.home = madeView(workspace, payload, screen.home ?? { id: workspace.newId("V") });
    return shown(screen.home);
  },
};

/** Not documented: a second views.open while a modal is open stands on top of it, as a root of its own. */
function openView(args: Json, workspace: Workspace): View {
  const payload = admitted(args.view, "modal");
  const screen = workspace.screenOf(workspace.useTrigger(args.trigger_id));
  if (screen.stack.length >= LIMITS.modalStack) refuse("push_limit_reached");
  const view = madeView(workspace, payload, { id: workspace.newId("V") });
  refuseTakenExternalId(workspace, view);
  screen.stack.push(view);
  screen.errors = {};
  return view;
}

export function pushView(workspace: Workspace, userId: string, raw: unknown): View {
  const payload = admitted(raw, "modal");
  const screen = workspace.screenOf(userId);
  const top = screen.stack.at(-1);
  if (!top) return refuse("view_not_found");
  if (screen.stack.length >= LIMITS.modalStack) refuse("push_limit_reached");
  const view = madeView(workspace, payload, {
    id: workspace.newId("V"),
    root_view_id: top.root_view_id,
    previous_view_id: top.id,
  });
  refuseTakenExternalId(workspace, view);
  screen.stack.push(view);
  screen.errors = {};
  return view;
}

export function replaceView(
  workspace: Workspace,
  screen: Screen,
  index: number,
  raw: unknown,
): View {
  const old = screen.stack[index];
  if (!old) return refuse("not_found");
  const view = madeView(workspace, admitted(raw, "modal"), old);
  refuseTakenExternalId(workspace, view);
  screen.stack[index] = view;
  if (index === screen.stack.length - 1) screen.errors = {};
  return view;
}

const shown = (view: View): Json => ({ view: viewJson(view) });

/** A view as Slack tells it to the app. */
export const viewJson = (view: View): Json => ({
  ...view,
  team_id: TEAM.id,
  app_id: APP_ID,
  app_installed_team_id: TEAM.id,
  bot_id: BOT.id,
});

function admitted(raw: unknown, expected: "modal" | "home"): Json {
  if (!isNode(raw)) refuse("invalid_arguments", [missing("view")]);
  if (viewBytes(raw) > LIMITS.viewBytes) refuse("view_too_large");
  const problems = validateView(raw);
  if (problems.length > 0) refuse("invalid_arguments", worded(problems));
  if ((raw as Json).type !== expected) {
    refuse("invalid_arguments", [`[ERROR] must be a ${expected} view [json-pointer:/view/type]`]);
  }
  return raw as Json;
}

type Place = Partial<View> & { readonly id: string };

function madeView(workspace: Workspace, payload: Json, place: Place): View {
  const blocks = withIds(workspace, payload.blocks as readonly Block[]);
  const text = (key: string): string => String(payload[key] ?? "");
  return {
    ...(payload as Partial<View>),
    type: payload.type as View["type"],
    id: place.id,
    hash: workspace.newTs(),
    blocks,
    state: { values: stateOf(blocks, place.state?.values) },
    private_metadata: text("private_metadata"),
    callback_id: text("callback_id"),
    external_id: text("external_id"),
    clear_on_close: payload.clear_on_close === true,
    notify_on_close: payload.notify_on_close === true,
    root_view_id: place.root_view_id ?? place.id,
    previous_view_id: place.previous_view_id ?? null,
  };
}

/** Blocks and elements without a name get one of Slack's, another one each time. */
export function withIds(workspace: Workspace, blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const named = (one: Json): Json =>
      isInteractive(String(one.type))
        ? { ...one, action_id: one.action_id ?? workspace.newId("a") }
        : one;
    const parts = ["element", "accessory"].flatMap((key) => {
      const one = (block as Json)[key];
      return isNode(one) ? [[key, named(one)]] : [];
    });
    const { elements } = block as { elements?: readonly Json[] };
    return {
      ...(block as Json),
      block_id: block.block_id ?? workspace.newId("b"),
      ...Object.fromEntries(parts),
      ...(elements && { elements: elements.map(named) }),
    } as Block;
  });
}

function findModal(args: Json, workspace: Workspace): { screen: Screen; index: number } {
  if (!args.view_id && !args.external_id) refuse("invalid_arguments", [missing("view_id")]);
  for (const screen of workspace.screens.values()) {
    const index = screen.stack.findIndex((view) =>
      args.view_id ? view.id === args.view_id : view.external_id === args.external_id,
    );
    if (index >= 0) return { screen, index };
  }
  return refuse("not_found");
}

function refuseOldHash(hash: unknown, view: View | undefined): void {
  if (hash && view && hash !== view.hash) refuse("hash_conflict");
}

function refuseTakenExternalId(workspace: Workspace, view: View): void {
  if (view.external_id === "") return;
  for (const { stack, home } of workspace.screens.values()) {
    const taken = [...stack, ...(home ? [home] : [])].some(
      (other) => other.external_id === view.external_id && other.id !== view.id,
    );
    if (taken) refuse("duplicate_external_id");
  }
}
