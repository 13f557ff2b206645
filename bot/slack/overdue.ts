import type { Texts } from "../texts/texts.ts";

/** "39 dias de atraso"; an invoice that was moved on says that it is not due yet instead of days below zero. */
export function overdueText(daysOverdue: number, { say }: Texts): string {
  if (daysOverdue > 0) return say("slack-days-overdue", { days: daysOverdue });
  return say(daysOverdue === 0 ? "slack-due-today" : "slack-not-due-yet");
}
