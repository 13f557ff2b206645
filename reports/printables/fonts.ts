import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Html, trusted } from "./html.ts";
import { withoutTables } from "./lean-font.ts";

/** Inter in the two weights that documents use, inside the page itself: it looks the same on a machine without fonts. */
export function fontFaces(): Html {
  faces ??= trusted(WEIGHTS.map(face).join("\n"));
  return faces;
}

let faces: Html | undefined;

const WEIGHTS = [
  { weight: 400, file: "400Regular/Inter_400Regular.ttf" },
  { weight: 600, file: "600SemiBold/Inter_600SemiBold.ttf" },
] as const;

/** Ligatures, alternates, kerning. */
const LAYOUT_TABLES = ["GSUB", "GPOS", "GDEF", "STAT"];

function face({ weight, file }: (typeof WEIGHTS)[number]): string {
  const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`));
  const data = withoutTables(readFileSync(path), LAYOUT_TABLES).toString("base64");
  return `@font-face { font-family: "Inter"; font-weight: ${weight}; src: url("data:font/ttf;base64,${data}"); }`;
}
