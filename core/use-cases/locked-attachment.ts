import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { type Result, refuse } from "../result.ts";
import type { AttachmentRecord } from "../work-ports.ts";

/** The attachment, with its customer locked; read again behind the lock, since it may have gone meanwhile. */
export async function lockedAttachment(
  unit: Unit,
  id: number,
): Promise<Result<AttachmentRecord, Refusal>> {
  const seen = await unit.attachment(id);
  if (seen !== undefined) await unit.lockCustomer(seen.customer);
  const found = seen === undefined ? undefined : await unit.attachment(id);
  return found === undefined
    ? refuse({ code: "attachment_unknown", attachment: id })
    : { ok: true, value: found };
}
