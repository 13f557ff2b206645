import { existsSync } from "node:fs";
import { type Browser, launch } from "puppeteer-core";

export type FoundBrowser = { readonly path: string } | { readonly missing: string };

/** The variable, the one from npm (Linux), or one that is installed. */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env.PUPPETEER_EXECUTABLE_PATH;
  if (named) return existsSync(named) ? { path: named } : { missing: `there is no ${named}` };
  const packaged = await fromPackage();
  const tried = [packaged, ...INSTALLED].filter((path) => path !== undefined);
  for (const path of tried) if (existsSync(path) && (await starts(path))) return { path };
  return { missing: `none of these starts: ${tried.join(", ")}. ${HELP}` };
}

/** With flags of our own: the package's switch off what keeps sites apart. */
export const openBrowser = (path: string): Promise<Browser> =>
  launch({
    executablePath: path,
    headless: path.endsWith("/chromium") && !INSTALLED.includes(path) ? "shell" : true,
    // A browser at the end of a pipe ends with us, even when we are killed.
    pipe: true,
    args: [
      "--lang=pt-BR",
      "--font-render-hinting=none",
      "--disable-dev-shm-usage",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
    env: { ...process.env, LANGUAGE: "pt_BR" },
  });

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const HELP =
  "On Debian: apt-get install libnss3 libnspr4 libexpat1 for the browser of the npm package, or apt-get install chromium.";

async function fromPackage(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const { default: chromium } = await import("@sparticuz/chromium");
  return await chromium.executablePath();
}

/** One that lacks a library is there and does not start. */
async function starts(path: string): Promise<boolean> {
  try {
    const browser = await openBrowser(path);
    await browser.close();
    return true;
  } catch {
    return false;
  }
}
