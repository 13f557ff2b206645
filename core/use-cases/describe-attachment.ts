import { accept, refuse } from "../result.ts";
import { attachmentName } from "../work/attachments.ts";
import { manyLines, orNull } from "../work/clean-text.ts";
import { MAX_NOTE } from "../work/limits.ts";
import { checkOptionalText } from "./check-optional-text.ts";
import { command } from "./command.ts";
import { lockedAttachment } from "./locked-attachment.ts";
import { record } from "./record.ts";

/** Without `name`: as it was. */
export type DescribeAttachment = {
  readonly attachment: number;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
};
export type Described = { readonly attachment: number; readonly name: string };

/** Says what a file is: its name and its description. */
export const describeAttachment = command<DescribeAttachment, Described>(
  "attachment describe",
  "attachment.add",
  async (unit, { input }) => {
    const found = await lockedAttachment(unit, input.attachment);
    if (!found.ok) return found;
    const { id, customer, mediaType } = found.value;
    const name = attachmentName(input.name ?? found.value.name, mediaType);
    const description = orNull(input.description, manyLines);
    const refusal = checkOptionalText("description", description, MAX_NOTE);
    if (refusal !== undefined) return refuse(refusal);
    await unit.describeAttachment(id, { name, description });
    await record(unit, [
      { kind: "attachment_described", customer, data: { attachment: id, name } },
    ]);
    return accept({ attachment: id, name });
  },
);
