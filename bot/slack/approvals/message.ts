import type { Blocks } from "../block-kit.ts";

/** A message ready to be posted; `text` is what notifications show. */
export type Message = { readonly text: string; readonly blocks: Blocks };
