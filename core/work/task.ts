import type { CivilDate } from "../calendar.ts";
import type { CustomerId, OperatorId } from "../ids.ts";

export type TaskStatus = "open" | "done" | "cancelled";

export type TaskFields = {
  readonly title: string;
  readonly dueOn: CivilDate;
  /** "14:30", by the provider's clock; null when any time of the day will do. */
  readonly dueTime: string | null;
  readonly assignee: OperatorId;
  readonly body: string | null;
};

export type Task = TaskFields & {
  readonly id: number;
  readonly customer: CustomerId;
  readonly status: TaskStatus;
};

export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
