/** "08:00": the wall clock where the customer lives. As text it compares like the time it names. */
export type LocalTime = `${number}:${number}`;

/** Open from the first minute of `from` until just before `to`. */
export type Hours = { readonly from: LocalTime; readonly to: LocalTime };

/** `undefined` is a day without contact. Sundays and holidays are always such days. */
export type ContactWindow = {
  readonly weekdays: Hours;
  readonly saturday?: Hours;
  readonly article: string;
};

export type ContactWindows = {
  readonly byState: ReadonlyMap<string, ContactWindow>;
  /** No federal law names hours: states without one of their own get São Paulo's. */
  readonly others: ContactWindow;
};

const SAO_PAULO: ContactWindow = {
  weekdays: { from: "08:00", to: "20:00" },
  saturday: { from: "08:00", to: "14:00" },
  article: "Lei SP 15.426/2014",
};

export const CONTACT_WINDOWS: ContactWindows = {
  byState: new Map([
    ["SP", SAO_PAULO],
    ["AL", { ...SAO_PAULO, article: "Lei AL 7.782/2016" }],
    ["RJ", { weekdays: { from: "09:00", to: "19:00" }, article: "Lei RJ 7.868/2018" }],
    ["ES", { weekdays: { from: "08:00", to: "19:00" }, article: "Lei ES 10.626/2017" }],
    // The law names only the end.
    ["AM", { weekdays: { from: "08:00", to: "19:00" }, article: "Lei AM 306/2016" }],
  ]),
  others: SAO_PAULO,
};

export const windowOf = (windows: ContactWindows, state: string | null): ContactWindow =>
  (state === null ? undefined : windows.byState.get(state)) ?? windows.others;
