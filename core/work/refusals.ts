import type { CivilDate } from "../calendar.ts";
import type {
  AgreementNumber,
  ConnectionId,
  ContractId,
  CustomerId,
  InvoiceId,
  OperatorId,
} from "../ids.ts";
import type { From, Refused } from "../law/verdict.ts";
import type { FileRefusal } from "./attachments.ts";
import type { ConnectionRefusal } from "./connection.ts";
import type { MessageChannel } from "./contact-records.ts";

export type MessageRefusal =
  | { readonly code: "confirmation_missing" }
  | { readonly code: "email_invalid"; readonly field: "to" | "cc"; readonly got: string }
  | { readonly code: "mobile_invalid"; readonly got: string }
  | { readonly code: "recipient_missing"; readonly channel: MessageChannel }
  | { readonly code: "recipients_too_many"; readonly count: number; readonly max: number }
  | { readonly code: "sms_too_long"; readonly segments: number; readonly max: number }
  | {
      readonly code: "law_forbids_contact";
      readonly customer: CustomerId;
      readonly verdict: Refused | From;
    };

export type TaskRefusal =
  | { readonly code: "task_unknown"; readonly task: number }
  | { readonly code: "task_not_open"; readonly task: number; readonly status: string }
  | { readonly code: "time_of_day_invalid"; readonly got: string }
  | { readonly code: "finished_in_the_future" }
  | { readonly code: "operator_not_active"; readonly got: OperatorId };

export type DisputeRefusal =
  | {
      readonly code: "dispute_already_open";
      readonly invoice: InvoiceId;
      readonly openedOn: CivilDate;
    }
  | { readonly code: "dispute_unknown"; readonly dispute: number }
  | {
      readonly code: "dispute_already_answered";
      readonly dispute: number;
      readonly answeredOn: CivilDate;
    }
  /** The amount is the agreement's: what it was made of can only be cancelled once it is rescinded. */
  | {
      readonly code: "dispute_of_promise";
      readonly invoice: InvoiceId;
      readonly agreement: AgreementNumber;
    }
  | {
      readonly code: "invoice_not_disputable";
      readonly invoice: InvoiceId;
      readonly state: string;
    };

/** Every reason for which a command behind the account's tabs may say no, beyond those that all commands have. */
export type WorkRefusal =
  | MessageRefusal
  | TaskRefusal
  | DisputeRefusal
  | FileRefusal
  | ConnectionRefusal
  | { readonly code: "attachment_unknown"; readonly attachment: number }
  | { readonly code: "contract_unknown"; readonly contract: ContractId }
  | {
      readonly code: "connection_unknown" | "connection_not_excepted";
      readonly connection: ConnectionId;
    }
  | {
      readonly code: "law_forbids_block";
      readonly connection: ConnectionId;
      readonly verdict: Refused | From;
    }
  | {
      readonly code: "day_in_the_past" | "day_in_the_future";
      readonly field: string;
      readonly got: CivilDate;
      readonly today: CivilDate;
    }
  | {
      readonly code: "day_too_far";
      readonly field: string;
      readonly got: CivilDate;
      readonly latest: CivilDate;
    }
  | {
      readonly code: "answer_before_dispute";
      readonly got: CivilDate;
      readonly openedOn: CivilDate;
    }
  /** The billing system's own invoice, awaited as it is. */
  | { readonly code: "invoice_of_billing"; readonly invoice: InvoiceId }
  | { readonly code: "nothing_changed" }
  | {
      readonly code: "customer_worked_by";
      readonly customer: CustomerId;
      readonly operator: OperatorId;
      readonly minutes: number;
    }
  | { readonly code: "minutes_out_of_bounds"; readonly got: number; readonly max: number }
  | { readonly code: "draft_unknown"; readonly draft: string }
  | {
      readonly code: "draft_overtaken";
      readonly draft: string;
      /** As it is kept now; what came was made of an older one. */
      readonly revision: number;
      readonly got: number;
    };
