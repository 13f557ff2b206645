import type { Command } from "./command.ts";
import { account } from "./commands/account.ts";
import { agree } from "./commands/agree.ts";
import { approve, refuse, rescind } from "./commands/agreements.ts";
import { chart } from "./commands/chart.ts";
import { classify } from "./commands/classify.ts";
import { confirm, start } from "./commands/collect.ts";
import { digest } from "./commands/digest.ts";
import { doctor } from "./commands/doctor.ts";
import { importCommand } from "./commands/import.ts";
import { link } from "./commands/link.ts";
import { migrate } from "./commands/migrate.ts";
import { operatorAdd, operatorList } from "./commands/operator.ts";
import { outboxDrop, outboxList, outboxRetry } from "./commands/outbox.ts";
import { panel, panels } from "./commands/panel.ts";
import { pay } from "./commands/pay.ts";
import { print } from "./commands/print.ts";
import { returnFile } from "./commands/return.ts";
import {
  returnAssign,
  returnDismiss,
  returnList,
  returnShow,
  returnUnmatched,
} from "./commands/returns.ts";
import { demo, serve } from "./commands/serve.ts";
import { settingGet, settingList, settingSet } from "./commands/setting.ts";
import { spcAdd, spcRemove } from "./commands/spc.ts";
import { templateList, templateSet, templateShow } from "./commands/template.ts";
import { tokenAdd, tokenList, tokenRevoke } from "./commands/token.ts";
import { urlAgreement, urlChart, urlDashboard, urlInvoice } from "./commands/url.ts";

/** In the order in which help lists them. */
export const COMMANDS: readonly Command[] = [
  migrate,
  importCommand,
  classify,
  panel,
  panels,
  start,
  confirm,
  agree,
  approve,
  refuse,
  rescind,
  pay,
  returnFile,
  returnList,
  returnShow,
  returnUnmatched,
  returnAssign,
  returnDismiss,
  spcAdd,
  spcRemove,
  account,
  chart,
  print,
  digest,
  outboxList,
  outboxRetry,
  outboxDrop,
  operatorAdd,
  operatorList,
  settingGet,
  settingSet,
  settingList,
  templateSet,
  templateList,
  templateShow,
  link,
  urlInvoice,
  urlAgreement,
  urlChart,
  urlDashboard,
  tokenAdd,
  tokenList,
  tokenRevoke,
  serve,
  demo,
  doctor,
];
