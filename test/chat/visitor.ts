import type { Page } from "puppeteer-core";

export type Visitor = ReturnType<typeof visitor>;

const PATIENCE_MS = 15_000;

/** Somebody in front of the page in a real browser, who clicks, types and reads; elements are found by what the app named them. */
export function visitor(page: Page, address: string) {
  page.setDefaultTimeout(PATIENCE_MS);
  const click = (selector: string): Promise<void> => page.locator(selector).click();

  /** Of the field that stands in a block or has an action of that name. */
  const fieldOf = (name: string): string =>
    `.block[data-block="${name}"] .field, .field[data-action="${name}"]`;

  return {
    page,

    /** `only`: without the other side, however wide the window is. */
    async become(userId: string, { only = false } = {}): Promise<void> {
      await page.goto(`${address}/?as=${userId}${only ? "&side=slack" : ""}`);
      await page.waitForSelector(".home");
    },

    async sees(words: string): Promise<void> {
      await page
        .waitForFunction((wanted: string) => document.body.innerText.includes(wanted), {}, words)
        .catch(async (cause: unknown) => {
          const shown = await page.evaluate(() => document.body.innerText);
          throw new Error(`the page does not show "${words}", but:\n${shown}`, { cause });
        });
    },

    /** A button of what is on top, by its action and, where several have the same, its value. */
    press(action: string, value?: string): Promise<void> {
      const named = `[data-action="${action}"]${value === undefined ? "" : `[data-value="${value}"]`}`;
      return click(`#modal ${named}, body:not(:has(#modal .modal)) ${named}`);
    },

    /** Goes on in the dialog that a button opened. */
    confirm: () => click("#ask .confirm"),

    submit: () => click("#modal .submit"),
    close: () => click("#modal .close"),

    /** A place at the side: "home" or the id of a channel. */
    goTo: (place: string) => click(`#side [data-place="${place}"]`),

    async say(words: string): Promise<void> {
      await page.locator("#words").fill(words);
      await click("#composer button");
    },

    /** The customers' phones alone, as on a phone. */
    async onlyPhones(): Promise<void> {
      await page.goto(`${address}/?side=telegram`);
      await page.waitForSelector("#phone-list .entry");
    },

    /** Takes up a customer's phone, from whichever was there. */
    async takePhoneOf(customer: string): Promise<void> {
      if (await page.$('#phone[data-place="chat"]')) await click("#phone .back-to-list");
      await click(`#phone-list [data-customer="${customer}"]`);
      await page.waitForSelector('#phone[data-place="chat"] #phone-head .lines');
    },

    /** A button on the phone by what stands on it, the newest where several say so. */
    touch: (words: string): Promise<void> =>
      click(
        `::-p-xpath((//*[@id="phone"]//button[contains(normalize-space(.), "${words}")])[last()])`,
      ),

    async seesOnPhone(words: string): Promise<void> {
      await page
        .waitForFunction(
          (wanted: string) => document.getElementById("phone")?.innerText.includes(wanted),
          {},
          words,
        )
        .catch(async (cause: unknown) => {
          const shown = await page.$eval("#phone", (phone) => (phone as HTMLElement).innerText);
          throw new Error(`the phone does not show "${words}", but:\n${shown}`, { cause });
        });
    },

    async writeOnPhone(words: string): Promise<void> {
      await page.locator("#phone-words").fill(words);
      await click("#phone-composer button");
    },

    /** By value or by what stands on the option. */
    async choose(name: string, value: string): Promise<void> {
      await page.waitForSelector(fieldOf(name));
      await page.$eval(
        fieldOf(name),
        (box, wanted) => {
          const select = box as HTMLSelectElement;
          const option = [...select.options].find(
            (one) => one.value === wanted || one.text === wanted,
          );
          if (option === undefined) throw new Error(`no option ${wanted}`);
          select.value = option.value;
          select.dispatchEvent(new Event("change"));
        },
        value,
      );
    },

    /** The way a person leaves a field: what was typed is told when the next thing is touched. */
    async type(name: string, words: string): Promise<void> {
      await page.waitForSelector(fieldOf(name));
      await page.$eval(
        fieldOf(name),
        (box, typed) => {
          (box as HTMLInputElement).value = typed;
          box.dispatchEvent(new Event("change"));
        },
        words,
      );
    },
  };
}
