import type { StoredFile } from "#test/emulators/slack/types.ts";
import { must } from "#test/support/desk.ts";
import type { Office } from "#test/support/slack-office.ts";

/** Without these the law lets no document be made. */
export async function creditorIsNamed(office: Office): Promise<void> {
  must(await office.set("provider.name", "Provedor Exemplo Ltda"));
  must(await office.set("provider.address", "Rua da Aurora, 100, Recife/PE"));
  must(await office.set("provider.taxId", "11.222.333/0001-81"));
}

/** How many pages a PDF has. */
export function pagesOf(file: StoredFile | undefined): number {
  const text = file?.bytes?.toString("latin1") ?? "";
  if (!text.startsWith("%PDF-")) throw new Error("no PDF");
  return Math.max(...[...text.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
}
