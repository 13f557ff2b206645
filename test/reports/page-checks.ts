/** These run inside the page: each holds all that it needs. */

/** What a page for everybody may not do, in words; nothing when all is well. */
export function problemsOf(): string[] {
  const problems: string[] = [];
  const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(selector)];
  const need = (isGood: boolean, problem: string) => {
    if (!isGood) problems.push(problem);
  };
  need(document.documentElement.lang === "pt-BR", "the page's language");
  need(document.title.length > 0, "no title");
  for (const landmark of ["header", "main", "h1"]) {
    need(all(landmark).length === 1, `${landmark}: ${all(landmark).length}`);
  }
  const levels = all("h1, h2, h3, h4, h5, h6").map(({ tagName }) => Number(tagName.slice(1)));
  levels.forEach((level, index) => {
    need(level <= (levels[index - 1] ?? 0) + 1, `heading ${index} jumps to level ${level}`);
  });
  const ids = all("[id]").map(({ id }) => id);
  need(new Set(ids).size === ids.length, "an id twice");
  for (const element of all("[aria-labelledby], [aria-describedby]")) {
    for (const attribute of ["aria-labelledby", "aria-describedby"]) {
      const named = element.getAttribute(attribute);
      need(named === null || ids.includes(named), `${attribute} of nothing: ${named}`);
    }
  }
  for (const field of all<HTMLInputElement>("input, select")) {
    need((field.labels?.length ?? 0) > 0, `no label: ${field.name}`);
  }
  for (const image of all<HTMLImageElement>("img")) need(image.alt.trim() !== "", "no alt");
  for (const table of all<HTMLTableElement>("table")) {
    need(table.caption !== null, "a table without a caption");
    for (const cell of table.querySelectorAll("th")) need(cell.scope !== "", "th without scope");
  }
  for (const control of all("a, button, summary")) {
    need(control.textContent?.trim() !== "", "a control without a name");
  }
  const names = all("a[download]").map(({ textContent }) => textContent);
  need(new Set(names).size === names.length, "links of one name to different files");
  need(
    all("[tabindex]").every((element) => Number(element.getAttribute("tabindex")) <= 0),
    "tabindex above 0",
  );
  return problems;
}

/** WCAG's ratio of each text's colour to what lies behind it. */
export function contrasts(): { text: string; ratio: number }[] {
  const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
      const share = value / 255;
      return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element: Element | null): string => {
    if (element === null) return "rgb(255, 255, 255)";
    const { backgroundColor } = getComputedStyle(element);
    const [, , , alpha = 1] = channels(backgroundColor);
    return alpha === 0 ? behind(element.parentElement) : backgroundColor;
  };
  const texts = [...document.body.querySelectorAll("*")].filter((element) =>
    [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "",
    ),
  );
  return texts.map((element) => {
    const [front, back] = [luminance(getComputedStyle(element).color), luminance(behind(element))];
    const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    return { text: (element.textContent ?? "").trim().slice(0, 30), ratio };
  });
}
