import { accept, refuse } from "../result.ts";
import type { AttachmentRecord } from "../work-ports.ts";
import { command } from "./command.ts";

export type OpenAttachment = { readonly attachment: number };

/** What a download needs: the name to save under and the hash by which the store has the bytes. */
export const openAttachment = command<OpenAttachment, AttachmentRecord>(
  "attachment open",
  "tab.attachments",
  async (unit, { input: { attachment } }) => {
    const found = await unit.attachment(attachment);
    return found === undefined ? refuse({ code: "attachment_unknown", attachment }) : accept(found);
  },
);
