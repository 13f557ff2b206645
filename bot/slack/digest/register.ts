import type { App } from "@slack/bolt";
import type { CustomerId } from "#core/ids.ts";
import { openAccount } from "../account/open-account.ts";
import type { SlackDeps } from "../deps.ts";
import { onAction } from "../listen.ts";
import { DIGEST } from "./digest-message.ts";

/** From a digest to the account of somebody whom it names. */
export function registerDigest(app: App, deps: SlackDeps): void {
  onAction(app, deps, { id: DIGEST.account }, (pressed) =>
    openAccount(pressed, pressed.value as CustomerId),
  );
}
