export const CHARTS = {
  open: "charts.open",
  csv: "charts.csv",
  publish: "charts.publish",
  dashboard: "charts.dashboard",
} as const;
