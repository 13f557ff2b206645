/** One line of the report. What is measured is compared with its floor of the same run, or stands for itself. */
export type Measurement = {
  readonly what: string;
  readonly measuredMs: number;
  readonly floorMs: number | null;
  readonly value: number;
  readonly unit: "×" | "ms" | "µs each" | "MB";
  readonly bound: { readonly atMost: number } | { readonly atLeast: number };
};

export const isMet = ({ value, bound }: Measurement): boolean =>
  "atMost" in bound ? value <= bound.atMost : value >= bound.atLeast;

export const measuredAgainst = (
  what: string,
  times: { readonly measuredMs: number; readonly floorMs: number; readonly atMost: number },
): Measurement => {
  const { measuredMs, floorMs, atMost } = times;
  return { what, measuredMs, floorMs, value: measuredMs / floorMs, unit: "×", bound: { atMost } };
};

/** The speed as a part of the floor's speed. */
export const speedOf = (
  what: string,
  times: { readonly measuredMs: number; readonly floorMs: number; readonly atLeast: number },
): Measurement => {
  const { measuredMs, floorMs, atLeast } = times;
  return { what, measuredMs, floorMs, value: floorMs / measuredMs, unit: "×", bound: { atLeast } };
};

export function asTable(measurements: readonly Measurement[]): string {
  const header = ["what", "measured ms", "floor ms", "ratio", "bound", "ok"];
  const lines = measurements.map((one) => [
    one.what,
    one.measuredMs.toFixed(3),
    one.floorMs === null ? "" : one.floorMs.toFixed(3),
    `${one.value.toFixed(2)} ${one.unit}`,
    "atMost" in one.bound ? `≤ ${one.bound.atMost}` : `≥ ${one.bound.atLeast}`,
    isMet(one) ? "yes" : "NO",
  ]);
  const widths = header.map((_, i) =>
    Math.max(...[header, ...lines].map((line) => (line[i] ?? "").length)),
  );
  return [header, ...lines]
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
