import type { ChartReader } from "./definition.ts";
import { readMonths } from "./totals.ts";

/**
 * Interactions with customers per month: contact records (tab 4: active and reactive, comments included) and messages written to
 * customers (tabs 6 and 7: e-mail, SMS, app), each on the day on which it was recorded or put in the queue. A message counts
 * once, whatever the number of its recipients and whatever became of it. By operator: who recorded or wrote it.
 */
export const readInteractions: ChartReader = (sql, asked) =>
  readMonths(
    sql,
    { contact: "contact", message_email: "email", message_sms: "sms", message_app: "app" },
    asked,
  );
