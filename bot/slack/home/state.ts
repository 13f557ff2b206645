import { z } from "zod";
import type { PanelFilters, PanelOrder } from "#db/queries/panels/panel.ts";
import type { PanelName } from "#db/queries/panels/panel-names.ts";

/** In the order of their numbers. */
export const PANELS = [
  "classified",
  "in-contact",
  "awaiting",
  "pending",
  "settled",
  "broken",
  "spc",
  "spc-critiques",
  "spc-removed",
] as const satisfies readonly PanelName[];

export const isPanel = (text: string): text is PanelName => PANELS.some((name) => name === text);

export type PanelState = {
  readonly screen: "panel";
  readonly panel: PanelName;
  readonly filters: PanelFilters;
  readonly order: PanelOrder;
  /** Cursors that led to this page, its own last; none on the first page. */
  readonly trail: readonly string[];
  /** From 1. */
  readonly page: number;
  /** The cursor of the page after this one. */
  readonly next: string | null;
};

/** What a person has in the Home, as it is kept between two presses. */
export type HomeState = { readonly screen: "start" } | PanelState;

export const START: HomeState = { screen: "start" };

export const panelState = (
  panel: PanelName,
  filters: PanelFilters = {},
  order: PanelOrder = "default",
): PanelState => ({ screen: "panel", panel, filters, order, trail: [], page: 1, next: null });

export const firstPage = (state: PanelState): PanelState =>
  panelState(state.panel, state.filters, state.order);

export const nextPage = (state: PanelState): PanelState =>
  state.next === null
    ? state
    : { ...state, trail: [...state.trail, state.next].slice(-MAX_TRAIL), page: state.page + 1 };

/** Beyond what is remembered the way back ends at the first page. */
export const previousPage = (state: PanelState): PanelState => {
  const trail = state.trail.slice(0, -1);
  return trail.length === 0 ? firstPage(state) : { ...state, trail, page: state.page - 1 };
};

/** What an older version kept, or nothing, is the start. */
export function readState(kept: unknown): HomeState {
  const parsed = STATE.safeParse(kept);
  return parsed.success ? (parsed.data as HomeState) : START;
}

const MAX_TRAIL = 500;

const STATE = z.discriminatedUnion("screen", [
  z.object({ screen: z.literal("start") }),
  z.object({
    screen: z.literal("panel"),
    panel: z.enum(PANELS),
    filters: z.object({
      search: z.string().optional(),
      city: z.string().optional(),
      operator: z.string().optional(),
      daysOverdueFrom: z.int().optional(),
      daysOverdueTo: z.int().optional(),
      amountFrom: z.int().optional(),
      amountTo: z.int().optional(),
    }),
    order: z.enum(["default", "amount", "name"]),
    trail: z.array(z.string()).max(MAX_TRAIL),
    page: z.int().positive(),
    next: z.string().nullable(),
  }),
]);
