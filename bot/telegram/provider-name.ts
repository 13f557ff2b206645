import type { Texts } from "../texts/texts.ts";
import { escapeHtml } from "./html.ts";
import type { ProviderFace } from "./reads.ts";

/** "de Rápida Telecom": whose service it is, in words that follow a noun; for HTML. */
export const ofProvider = ({ name }: ProviderFace, { say }: Texts): string =>
  name === ""
    ? say("telegram-of-your-provider")
    : say("telegram-of-provider", { name: escapeHtml(name) });

/** Name, tax id and address, as far as they are filled in (CDC art. 42-A); without markup. */
export const creditorLine = ({ name, taxId, address }: ProviderFace): string =>
  [name, taxId && `CNPJ ${taxId}`, address].filter((part) => part !== "").join(", ");
