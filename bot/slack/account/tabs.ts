import type { Tab } from "./tab.ts";

/** In the order of their numbers. */
export const TABS: readonly Tab[] = [];
