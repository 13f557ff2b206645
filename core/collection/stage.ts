/** Where an invoice stands in collections (SPEC 2). `broken` is no stage: it follows from the day. */
export const STAGES = [
  "classified",
  "in contact",
  "awaiting negotiation",
  "in agreement",
  "settled",
  "replaced",
] as const;

export type Stage = (typeof STAGES)[number];

/** An invoice outside collections has no stage. */
export type Place = Stage | "none";

/** The one table of moves: what each act needs, and where it leads. Docs and tests read it too. */
export const MOVES = {
  classify: { from: ["none"], to: "classified" },
  start: { from: ["classified"], to: "in contact" },
  confirm: { from: ["in contact"], to: "awaiting negotiation" },
  agree: { from: ["awaiting negotiation", "in agreement"], to: "in agreement" },
  replace: { from: ["awaiting negotiation", "in agreement"], to: "replaced" },
  create: { from: ["none"], to: "in agreement" },
  settle: { from: ["in agreement"], to: "settled" },
  restore: { from: ["in agreement", "replaced", "settled"], to: "awaiting negotiation" },
  settleByCredit: { from: ["replaced"], to: "settled" },
  reopen: { from: ["settled"], to: "in agreement" },
  release: { from: ["classified", "in contact", "awaiting negotiation"], to: "none" },
} as const satisfies Record<string, { from: readonly Place[]; to: Place }>;

export type Move = keyof typeof MOVES;

export const allows = (move: Move, place: Place): boolean =>
  (MOVES[move].from as readonly Place[]).includes(place);
