import type { CustomerId } from "../ids.ts";
import { accept, refuse } from "../result.ts";
import { attachmentName, checkFile, type StoredFile } from "../work/attachments.ts";
import { manyLines, orNull } from "../work/clean-text.ts";
import { MAX_NOTE } from "../work/limits.ts";
import { checkOptionalText } from "./check-optional-text.ts";
import { command, lockedCustomer } from "./command.ts";
import { record } from "./record.ts";

/** The bytes are in the store already: what it said of them comes here as it is. */
export type AddAttachment = StoredFile & {
  readonly customer: CustomerId;
  readonly name: string;
  readonly description?: string | undefined;
};
export type Attached = {
  readonly customer: CustomerId;
  readonly attachment: number;
  /** As it is kept. */
  readonly name: string;
};

/** Keeps a file with the customer's account. */
export const addAttachment = command<AddAttachment, Attached>(
  "attachment add",
  "attachment.add",
  async (unit, { input }) => {
    const customer = await lockedCustomer(unit, input.customer);
    if (!customer.ok) return customer;
    const type = checkFile(input);
    if (!type.ok) return type;
    const name = attachmentName(input.name, type.value);
    const description = orNull(input.description, manyLines);
    const refusal = checkOptionalText("description", description, MAX_NOTE);
    if (refusal !== undefined) return refuse(refusal);

    const { customer: id, sha256, sizeBytes, mediaType } = input;
    const file = { customer: id, sha256, sizeBytes, mediaType, name, description };
    const attachment = await unit.addAttachment(file);
    await record(unit, [
      { kind: "attachment_added", customer: id, data: { attachment, name, sizeBytes } },
    ]);
    return accept({ customer: id, attachment, name });
  },
);
