import type { CivilDate } from "../calendar.ts";
import type { ContractId, CustomerId } from "../ids.ts";
import type { NoticeKind } from "../law/rules.ts";
import { accept, refuse } from "../result.ts";
import { oneLine } from "../work/clean-text.ts";
import { MAX_NAME } from "../work/limits.ts";
import { checkText } from "./check-text.ts";
import { command, lockedCustomer } from "./command.ts";
import { record } from "./record.ts";

export type RecordNotice = {
  readonly customer: CustomerId;
  /** Without it: of all the customer's contracts. */
  readonly contract?: ContractId | undefined;
  readonly kind: NoticeKind;
  /** "AR", "e-mail". */
  readonly channel: string;
  /** Proof of delivery is what starts the law's clocks. */
  readonly deliveredOn: CivilDate;
};
export type NoticeRecorded = { readonly notice: string; readonly customer: CustomerId };

/** Notes that a legal notice reached the customer. */
export const recordNotice = command<RecordNotice, NoticeRecorded>(
  "notice record",
  "notice.record",
  async (unit, { input, today }) => {
    const { customer, kind, deliveredOn } = input;
    const locked = await lockedCustomer(unit, customer);
    if (!locked.ok) return locked;
    const channel = oneLine(input.channel);
    const refusal = checkText("channel", channel, MAX_NAME);
    if (refusal !== undefined) return refuse(refusal);
    if (deliveredOn > today) {
      return refuse({ code: "day_in_the_future", field: "deliveredOn", got: deliveredOn, today });
    }
    const contract = input.contract ?? null;
    if (contract !== null && !(await unit.hasContract(customer, contract))) {
      return refuse({ code: "contract_unknown", contract });
    }
    const notice = await unit.recordNotice({ customer, contract, kind, channel, deliveredOn });
    await record(unit, [
      {
        kind: "notice_recorded",
        customer,
        data: { notice: kind, channel, deliveredOn, contract },
      },
    ]);
    return accept({ notice, customer });
  },
);
