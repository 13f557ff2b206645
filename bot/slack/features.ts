import type { App } from "@slack/bolt";
import type { SlackDeps } from "./deps.ts";

type Register = (app: App, deps: SlackDeps) => void;

/** The table of contents of the Slack side: a feature is a folder whose `register` stands here. */
export const FEATURES: readonly Register[] = [];
