import { type Browser, launch } from "puppeteer-core";
import type { PrintRefusal } from "#core/documents/refusals.ts";
import { accept, type Result, refuse } from "#core/result.ts";
import { PROGRAM, packagedBrowser } from "./packaged-browser.ts";

export type BrowserChoice = {
  /** PUPPETEER_EXECUTABLE_PATH: this one and no other. */
  readonly executablePath?: string | undefined;
  /** Where the one from npm is unpacked (default: ~/.cache/acordo). */
  readonly cacheFolder?: string | undefined;
};

/** One that lacks a library is there and does not start, so that the first one that starts is taken. */
export async function openBrowser(
  choice: BrowserChoice = {},
): Promise<Result<Browser, Extract<PrintRefusal, { readonly code: "browser_missing" }>>> {
  const { executablePath, cacheFolder } = choice;
  const tried: string[] = [];
  const candidates =
    executablePath === undefined
      ? [() => packagedBrowser(cacheFolder), ...INSTALLED.map((path) => async () => path)]
      : [async () => executablePath];
  for (const candidate of candidates) {
    const path = await candidate().catch((error: Error) => {
      tried.push(`@sparticuz/chromium: ${error.message}`);
      return undefined;
    });
    if (path === undefined) continue;
    tried.push(path);
    const browser = await start(path);
    if (browser !== undefined) return accept(browser);
  }
  return refuse({ code: "browser_missing", tried });
}

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const start = async (path: string): Promise<Browser | undefined> =>
  launch({
    executablePath: path,
    headless: path.endsWith(PROGRAM) ? "shell" : true,
    // A browser at the end of a pipe ends with us, even when we are killed.
    pipe: true,
    // Whoever wires decides how a signal ends the process.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: ARGUMENTS,
  }).catch(() => undefined);

/** Ours, not the package's: those switch off what keeps sites and processes apart. */
const ARGUMENTS = [
  "--lang=pt-BR",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  // /dev/shm of a container is small.
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Nothing resolves: no page of ours has anything to fetch.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
