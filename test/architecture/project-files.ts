import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..");

export const PRODUCT_FOLDERS = ["core", "db", "bot", "reports"] as const;

/** The product's own source files, by their path from the root. */
export const productFiles = (): string[] =>
  globSync(`{${PRODUCT_FOLDERS.join(",")}}/**/*.{ts,js}`, { cwd: ROOT }).sort();

export const readProject = (path: string): string => readFileSync(join(ROOT, path), "utf8");
