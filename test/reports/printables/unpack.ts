import { packagedBrowser } from "#reports/printables/browser/packaged-browser.ts";

const [cache] = process.argv.slice(2);
process.send?.(await packagedBrowser(cache));
process.disconnect();
