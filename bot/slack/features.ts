import type { App } from "@slack/bolt";
import { registerAccount } from "./account/feature.ts";
import { registerAdministration } from "./administration/register.ts";
import { registerApprovals } from "./approvals/register.ts";
import { registerCharts } from "./charts/register.ts";
import { registerCommand } from "./command/register.ts";
import { registerConversations } from "./conversations/register.ts";
import type { SlackDeps } from "./deps.ts";
import { registerDigest } from "./digest/register.ts";
import { registerHome } from "./home/register.ts";
import { registerPanels } from "./panels/register.ts";
import { registerRescind } from "./rescind/open-rescind.ts";
import { registerReturns } from "./returns/register.ts";
import { registerShortcuts } from "./shortcuts/register.ts";
import { registerRemovalForm } from "./spc/open-removal-form.ts";
import { registerSpcForm } from "./spc/open-spc-form.ts";
import { registerWizard } from "./wizard/register.ts";

type Register = (app: App, deps: SlackDeps) => void;

/** The table of contents of the Slack side: a feature is a folder whose `register` stands here. */
export const FEATURES: readonly Register[] = [
  registerHome,
  registerPanels,
  registerCommand,
  registerShortcuts,
  registerAccount,
  registerSpcForm,
  registerRemovalForm,
  registerRescind,
  registerAdministration,
  registerWizard,
  registerApprovals,
  registerDigest,
  registerCharts,
  registerConversations,
  registerReturns,
];
