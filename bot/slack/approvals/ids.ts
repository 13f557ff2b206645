export const APPROVE = "approval-approve";
export const REFUSE = "approval-refuse";
export const COUNTER = "approval-counter";
export const OPEN_ACCOUNT = "approval-open-account";

/** The reason's form, of a refusal and of a counter-proposal. */
export const REFUSE_FORM = "approval-refuse-form";
export const COUNTER_FORM = "approval-counter-form";
export const REASON = "reason";
