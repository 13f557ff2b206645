import type { Creditor } from "../deps.ts";

/** Who writes, as far as it is filled in (CDC art. 42-A). */
export const footerOf = ({ name, address, taxId }: Creditor): readonly string[] =>
  [name, taxId, address].filter((line) => line !== "");
