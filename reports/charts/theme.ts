/** Colours of a drawing, told apart also by people who do not see all of them (after Okabe and Ito), and by their lightness. */
export type Palette = {
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly roles: { readonly [Role in ColorRole]: string };
};

export type ColorRole = "main" | "good" | "waiting" | "bad" | "second" | "third" | "quiet";
export type ChartTheme = "light" | "dark";

export const PALETTES: { readonly [Theme in ChartTheme]: Palette } = {
  light: {
    background: "#FFFFFF",
    ink: "#1B2733",
    muted: "#566573",
    line: "#E3E8ED",
    roles: {
      main: "#0A6EB4",
      good: "#0B8A6A",
      waiting: "#F0B429",
      bad: "#C4491D",
      second: "#F0A020",
      third: "#6CB9E8",
      quiet: "#B3BEC8",
    },
  },
  dark: {
    background: "#161B22",
    ink: "#E9EEF3",
    muted: "#9FB0BF",
    line: "#2C3641",
    roles: {
      main: "#4BA3E3",
      good: "#33B893",
      waiting: "#F5C451",
      bad: "#F07B50",
      second: "#F5B14C",
      third: "#A5D8F7",
      quiet: "#5D6B79",
    },
  },
};
