/** As on the command line, in the order of SPEC 4.1; charts are no list and stand elsewhere. */
export const PANEL_NAMES = [
  "classified",
  "in-contact",
  "awaiting",
  "pending",
  "settled",
  "broken",
  "spc",
  "spc-critiques",
  "spc-removed",
] as const;

export type PanelName = (typeof PANEL_NAMES)[number];

export const isPanelName = (text: string): text is PanelName =>
  PANEL_NAMES.some((name) => name === text);

export type CustomerPanelName = "classified" | "in-contact" | "awaiting";

export const CUSTOMER_STAGES = {
  classified: "classified",
  "in-contact": "in contact",
  awaiting: "awaiting negotiation",
} as const satisfies Record<CustomerPanelName, string>;
