import { and, eq, isNull, sql } from "drizzle-orm";
import type { AttachmentType } from "#core/work/attachments.ts";
import type { WorkUnit } from "#core/work-ports.ts";
import { attachment } from "../schema/account-work.ts";
import type { Scope } from "./scope.ts";
import { numberOf } from "./work-rows.ts";

type Methods = Pick<
  WorkUnit,
  "addAttachment" | "attachment" | "describeAttachment" | "deleteAttachment"
>;

/** Tab 5: rows that say what the bytes in the store are. */
export function workAttachmentMethods({ tx, actor }: Scope): Methods {
  const standing = (id: number) => and(eq(attachment.id, id), isNull(attachment.deletedAt));
  return {
    async addAttachment({ customer: customerId, ...file }) {
      return numberOf(
        await tx
          .insert(attachment)
          .values({ ...file, customerId, uploadedBy: actor.id })
          .returning({ id: attachment.id }),
      );
    },
    async attachment(id) {
      const [found] = await tx.select().from(attachment).where(standing(id));
      if (found === undefined) return undefined;
      const { customerId: customer, name, description, mediaType, sizeBytes, sha256 } = found;
      const type = mediaType as AttachmentType;
      return { id, customer, name, description, mediaType: type, sizeBytes, sha256 };
    },
    async describeAttachment(id, { name, description }) {
      await tx.update(attachment).set({ name, description }).where(standing(id));
    },
    async deleteAttachment(id) {
      await tx.update(attachment).set({ deletedAt: sql`now()` }).where(standing(id));
    },
  };
}
